package org.immunoedit.outcome;

import java.util.Optional;
import org.immunoedit.outcome.Criteria.Imaging;

/** Images of one tumor, each compared with those before; the first is the baseline. The memory of one run. */
public final class Images {
    private final Imaging imaging;
    private double baseline = Double.NaN;
    private double nadir = Double.NaN;
    private double before = Double.NaN;

    private Images(Imaging imaging) {
        this.imaging = imaging;
    }

    /** No image yet; empty when the unit of the tumor has no volume, so that nothing can be seen. */
    public static Optional<Images> of(Imaging imaging) {
        return imaging.volume().isPresent() ? Optional.of(new Images(imaging)) : Optional.empty();
    }

    /**
     * Takes an image.
     *
     * @param t model time
     * @param tumor in its own unit, 0 or more
     */
    public Assessment take(double t, double tumor) {
        double diameter = Math.cbrt(6 * tumor * imaging.volume().orElseThrow() / Math.PI);
        boolean first = Double.isNaN(baseline);
        baseline = first ? diameter : baseline;
        before = first ? diameter : nadir;
        Response response = first ? Response.NOT_EVALUABLE : Responses.of(imaging.limits(), baseline, before, diameter);
        nadir = Math.min(before, diameter);
        return new Assessment(t, diameter, change(baseline, diameter), change(before, diameter), response);
    }

    /** Diameter of the first image (mm); not a number before it. */
    public double baseline() {
        return baseline;
    }

    /** Smallest diameter before the last image, baseline included (mm); not a number before the first one. */
    public double nadir() {
        return before;
    }

    private static double change(double from, double to) {
        return from > 0 ? 100 * (to / from - 1) : Double.NaN;
    }
}
