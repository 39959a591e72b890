package org.immunoedit.unit;

/** Placeholder for the seam. */
public record Quantity(double value, Unit unit) {}
