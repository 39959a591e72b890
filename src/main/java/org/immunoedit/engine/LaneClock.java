package org.immunoedit.engine;

import java.util.Arrays;

/**
 * Times and sizes of steps over lanes, with the control of the sizes: in each lane as {@link MarchingEngine} and
 * {@link StepControl}. All lanes move on together; what stays is put back afterwards.
 */
final class LaneClock {
    /** Share of the time since the start of the stretch that a plain step is longer than. */
    private static final double RESOLVED = 1e-15;
    /** A plain step is longer. */
    private static final double SHORTEST = 1e-290;
    /** What a plain step must leave of the stretch, as a multiple of its size: more than the step itself. */
    private static final double LAST_SHARE = 1.000001;

    private final int order;
    /** Start of each lane's stretch. */
    private final double[] origin;
    /** Length of each lane's stretch. */
    private final double[] length;

    private final double[] mostGrowth;
    /** Sizes of the next steps, were it not for the ends of stretches. */
    private final double[] wish;

    private double[] t;
    private double[] to;
    private double[] logError;
    private double[] logErrorNext;

    /** @param order by which power of its size the error of a step falls */
    LaneClock(int order, int width) {
        this.order = order;
        origin = new double[width];
        length = new double[width];
        mostGrowth = new double[width];
        wish = new double[width];
        t = new double[width];
        to = new double[width];
        logError = new double[width];
        logErrorNext = new double[width];
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

    /** Takes the memory of a control over. */
    void follow(int lane, StepControl control) {
        logError[lane] = control.logError();
        mostGrowth[lane] = control.mostGrowth();
    }

    /** Gives the memory of a control back. */
    void lead(int lane, StepControl control) {
        control.resume(logError[lane], mostGrowth[lane]);
    }

    /** Gives a lane all that another one has. */
    void move(int from, int place) {
        origin[place] = origin[from];
        length[place] = length[from];
        mostGrowth[place] = mostGrowth[from];
        wish[place] = wish[from];
        t[place] = t[from];
        logError[place] = logError[from];
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

    /** The size that a lane's step of this size and error proposes for the next one. */
    double proposal(int lane, double size, double error) {
        double now = StepControl.logOfAccepted(error);
        return StepControl.next(size, now, logError[lane], mostGrowth[lane], order);
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

    /** The size to try instead after an error above 1. */
    double smaller(double size, double error) {
        return StepControl.smaller(size, error, order);
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
     * Writes how much longer steps are than a small share of the times that make up a share of them.
     *
     * @param factor one over the share
     */
    void resolve(LaneSlot slot, double[] into, double factor, int lanes) {
        double[] since = slot.since();
        double[] size = slot.size();
        for (int l = 0; l < lanes; l++) {
            into[l] = factor * size[l] - (Math.abs(origin[l] + since[l]) + Math.abs(to[l]) + since[l] + size[l]);
        }
    }

    /** Writes a number above 0 where a step is plain and time moves on. */
    void margin(LaneSlot slot, double[] into, int lanes) {
        double[] since = slot.since();
        double[] size = slot.size();
        for (int l = 0; l < lanes; l++) {
            double shortest = Math.min(size[l] - RESOLVED * since[l], size[l] - SHORTEST);
            into[l] = Math.min(shortest, length[l] - since[l] - size[l] * LAST_SHARE);
        }
        for (int l = 0; l < lanes; l++) {
            into[l] = Math.min(into[l], to[l] - t[l]);
        }
    }

    /**
     * Moves all lanes on to the ends of steps that had these errors, and finds the sizes of the steps there. A step
     * that would pass the end of its stretch is the last one, and ends there.
     */
    void moveOn(LaneSlot slot, double[] error, int lanes) {
        double[] size = slot.size();
        double[] sizeNext = slot.next().size();
        double[] sinceNext = slot.next().since();
        for (int l = 0; l < lanes; l++) {
            double now = StepControl.logOfAccepted(error[l]);
            sizeNext[l] = StepControl.next(size[l], now, logError[l], mostGrowth[l], order);
            logErrorNext[l] = StepControl.remembered(now);
        }
        System.arraycopy(sizeNext, 0, wish, 0, lanes);
        for (int l = 0; l < lanes; l++) {
            sizeNext[l] = Math.min(sizeNext[l], length[l] - sinceNext[l]);
        }
        Arrays.fill(mostGrowth, 0, lanes, StepControl.MOST_GROWTH);
        double[] free = t;
        t = to;
        to = free;
        free = logError;
        logError = logErrorNext;
        logErrorNext = free;
    }

    /** Takes a lane back to where it stood before the last {@link #moveOn}; with a size that may not grow at first. */
    void stay(int lane, double size) {
        wish[lane] = size;
        t[lane] = to[lane];
        logError[lane] = logErrorNext[lane];
        mostGrowth[lane] = 0;
    }
}
