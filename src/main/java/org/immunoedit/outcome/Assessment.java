package org.immunoedit.outcome;

/**
 * The tumor as an image would show it.
 *
 * @param time model time
 * @param diameter of a sphere of the tumor's volume (mm)
 * @param fromBaseline change of the diameter from baseline (%), NaN when nothing was there
 * @param fromNadir change of the diameter from the smallest one before (%), NaN when nothing was there
 * @param response at this time, not yet confirmed; at baseline {@code NOT_EVALUABLE}
 */
public record Assessment(double time, double diameter, double fromBaseline, double fromNadir, Response response) {}
