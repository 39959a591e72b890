package org.immunoedit.unit;

/** Placeholder for the seam. */
public record Unit(String text) {}
