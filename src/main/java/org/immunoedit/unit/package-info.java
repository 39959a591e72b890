/**
 * Layer 1: dimensions, units and quantities. Cells and international units (IU) are dimensions of their own, so that
 * {@code cell/uL} never mixes with {@code 1/uL}.
 */
package org.immunoedit.unit;
