package org.immunoedit.outcome;

/** The first return of a tumor that had nearly gone. */
final class Return {
    private final Criteria.Relapse rule;
    private final double start;
    private double nadir;
    private double time = Double.NaN;

    Return(Criteria.Relapse rule, double start) {
        this.rule = rule;
        this.start = start;
        nadir = start;
    }

    void see(Piece piece) {
        double noticed = Math.max(rule.above(), rule.regrowth() * nadir);
        if (Double.isNaN(time) && nadir < rule.remission() * start && piece.end() > noticed) {
            time = piece.crossing(noticed);
        }
        nadir = Math.min(nadir, piece.end());
    }

    /** Whether it may come back on a way between two values. */
    boolean mayCross(double low, double high) {
        double least = Math.min(nadir, low);
        return Double.isNaN(time)
                && least < rule.remission() * start
                && high > Math.max(rule.above(), rule.regrowth() * least);
    }

    /** From this value up it has not nearly gone and cannot come back; 0 when that tells nothing. */
    double calmFrom() {
        return Double.isNaN(time) && !remitted() ? rule.remission() * start : 0;
    }

    /** Below this value it does not come back; infinite when it cannot at all. */
    double calmBelow() {
        return Double.isNaN(time) && remitted() ? rule.above() : Double.POSITIVE_INFINITY;
    }

    /** Goes on to a value without coming back. */
    void glide(double value) {
        if (value < nadir) {
            nadir = value;
        }
    }

    /** Whether it had nearly gone, so that it can come back. */
    boolean remitted() {
        return nadir < rule.remission() * start;
    }

    /** When it came back (model time), NaN if it has not. */
    double time() {
        return time;
    }
}
