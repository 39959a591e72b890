/** Layer 1: formulas as trees; parser, printer, simplifier, derivative, dimensions and a reference evaluator. */
package org.immunoedit.expr;
