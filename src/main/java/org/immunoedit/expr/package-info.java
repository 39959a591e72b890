/**
 * Layer 1: formulas as trees. {@link org.immunoedit.expr.Parser} and {@link org.immunoedit.expr.Printer} are inverse to
 * each other; {@link org.immunoedit.expr.Algebra} builds simplest forms, which {@link org.immunoedit.expr.Simplifier}
 * and {@link org.immunoedit.expr.Derivative} use; {@link org.immunoedit.expr.Dimensions} checks units;
 * {@link org.immunoedit.expr.Evaluator} with {@link org.immunoedit.expr.Arithmetic} defines to the last bit what
 * compiled formulas compute.
 *
 * <p>Decisions: every operation is a fold over the closed set of nodes and recursive, so the parser limits the depth of
 * a tree (a chain of n terms is n deep) to what fits into a stack of 512 KB. Terms are never reordered, because that
 * would change values. Function names and quantities do not share a name space: {@code max} alone is a name,
 * {@code max(} is the function.
 */
package org.immunoedit.expr;
