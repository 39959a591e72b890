package org.immunoedit.engine;

/**
 * Times and sizes of steps over lanes: in each lane as {@link MarchingEngine}. All lanes move on together; what stays
 * is put back afterwards.
 */
final class LaneClock {
    /** Share of the time since the start of the stretch that a plain step is longer than. */
    private static final double RESOLVED = 1e-15;
    /** A plain step is longer. */
    private static final double SHORTEST = 1e-290;
    /** What a plain step must leave of the stretch, as a multiple of its size: more than the step itself. */
    private static final double LAST_SHARE = 1.000001;

    private final LaneControl control;
    /** Start of each lane's stretch. */
    private final double[] origin;
    /** Length of each lane's stretch. */
    private final double[] length;

    /** Sizes of the next steps, were it not for the ends of stretches. */
    private final double[] wish;

    private double[] t;
    private double[] to;

    /** @param order by which power of its size the error of a step falls */
    LaneClock(int order, int width) {
        control = new LaneControl(order, width);
        origin = new double[width];
        length = new double[width];
        wish = new double[width];
        t = new double[width];
        to = new double[width];
    }

    /**
     * Gives a lane a stretch.
     *
     * @param start of the stretch (model time)
     * @param stretch its length
     * @param time where the lane stands (model time)
     * @param size of its next step
     */
    void enter(int lane, double start, double stretch, double time, double size) {
        origin[lane] = start;
        length[lane] = stretch;
        t[lane] = time;
        wish[lane] = size;
    }

    /** The control of the sizes. */
    LaneControl control() {
        return control;
    }

    /** Gives a lane all that another one has. */
    void move(int from, int place) {
        origin[place] = origin[from];
        length[place] = length[from];
        wish[place] = wish[from];
        t[place] = t[from];
        control.move(from, place);
    }

    /** Time of a lane (model time). */
    double time(int lane) {
        return t[lane];
    }

    /** End of the step that a lane has tried last (model time). */
    double to(int lane) {
        return to[lane];
    }

    double[] times() {
        return t;
    }

    /** Size of a lane's next step, were it not for the end of the stretch. */
    double wish(int lane) {
        return wish[lane];
    }

    /** Length of a lane's stretch. */
    double length(int lane) {
        return length[lane];
    }

    /**
     * Whether a step is neither the last of the stretch nor nearly as short as time resolves.
     *
     * @param h its size
     * @param sinceStart time since the start of a stretch
     * @param stretch its length
     */
    static boolean isPlain(double h, double sinceStart, double stretch) {
        return h > RESOLVED * sinceStart && h > SHORTEST && h * LAST_SHARE < stretch - sinceStart;
    }

    /** Finds where steps end. */
    void aim(LaneSlot slot, int lanes) {
        double[] since = slot.since();
        double[] size = slot.size();
        double[] sinceNext = slot.next().since();
        for (int l = 0; l < lanes; l++) {
            double end = since[l] + size[l];
            sinceNext[l] = end;
            to[l] = origin[l] + end;
        }
    }

    /**
     * Writes the shortfall (see {@link LaneArithmetic}) of sizes against a small share of the times that make up a
     * share of the step.
     *
     * @param factor one over the share
     */
    void resolve(LaneSlot slot, double[] into, double factor, int lanes) {
        double[] since = slot.since();
        double[] size = slot.size();
        for (int l = 0; l < lanes; l++) {
            double x = factor * size[l] - (Math.abs(origin[l] + since[l]) + Math.abs(to[l]) + since[l] + size[l]);
            into[l] = x - Math.abs(x);
        }
    }

    /** Writes the shortfall (see {@link LaneArithmetic}): none where a step is plain and time moves on. */
    void fallShort(LaneSlot slot, double[] into, int lanes) {
        double[] since = slot.since();
        double[] size = slot.size();
        for (int l = 0; l < lanes; l++) {
            double resolved = size[l] - (RESOLVED * since[l] + SHORTEST);
            double left = length[l] - since[l] - size[l] * LAST_SHARE - Double.MIN_NORMAL;
            double passes = to[l] - t[l] - Double.MIN_NORMAL;
            into[l] = resolved - Math.abs(resolved) + (left - Math.abs(left)) + (passes - Math.abs(passes));
        }
    }

    /**
     * Moves all lanes on to the ends of steps that had these errors, and finds the sizes of the steps there. A step
     * that would pass the end of its stretch is the last one, and ends there.
     */
    void moveOn(LaneSlot slot, double[] error, int lanes) {
        double[] sizeNext = slot.next().size();
        double[] sinceNext = slot.next().since();
        control.accepted(slot.size(), error, sizeNext, lanes);
        System.arraycopy(sizeNext, 0, wish, 0, lanes);
        for (int l = 0; l < lanes; l++) {
            sizeNext[l] = Math.min(sizeNext[l], length[l] - sinceNext[l]);
        }
        double[] free = t;
        t = to;
        to = free;
    }

    /** Takes a lane back to where it stood before the last {@link #moveOn}; with a size that may not grow at first. */
    void stay(int lane, double size) {
        wish[lane] = size;
        t[lane] = to[lane];
        control.refused(lane);
    }
}
