/**
 * Layer 1: dimensions, units and quantities. Cells and international units (IU) are dimensions of their own, so that
 * {@code cell/uL} never mixes with {@code 1/uL}. A unit keeps the text the user wrote, for messages and output; a unit
 * that could be read in two ways ({@code cell/uL d}) is refused rather than guessed.
 */
package org.immunoedit.unit;
