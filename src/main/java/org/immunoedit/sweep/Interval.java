package org.immunoedit.sweep;

/**
 * An interval of confidence.
 *
 * @param low NaN when it cannot be given
 * @param high NaN when it cannot be given; of a time, when it lies beyond what was observed
 */
public record Interval(double low, double high) {}
