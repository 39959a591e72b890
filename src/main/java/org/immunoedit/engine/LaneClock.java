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
    private double[] t;
    private double[] to;
    private double[] since;
    private double[] sinceNext;
    private double[] size;
    private double[] sizeBefore;
    private double[] sizeNext;
    private double[] logError;
    private double[] logErrorNext;

    /** @param order by which power of its size the error of a step falls */
    LaneClock(int order, int width) {
        this.order = order;
        origin = new double[width];
        length = new double[width];
        mostGrowth = new double[width];
        t = new double[width];
        to = new double[width];
        since = new double[width];
        sinceNext = new double[width];
        size = new double[width];
        sizeBefore = new double[width];
        sizeNext = new double[width];
        logError = new double[width];
        logErrorNext = new double[width];
    }

    /** Gives a lane a stretch. */
    void enter(int lane, double start, double stretch) {
        origin[lane] = start;
        length[lane] = stretch;
    }

    /**
     * Stands in a lane.
     *
     * @param time model time
     * @param sinceStart time since the start of the stretch
     * @param next size of the next step
     * @param last size of the step behind
     */
    void stand(int lane, double time, double sinceStart, double next, double last) {
        t[lane] = time;
        since[lane] = sinceStart;
        size[lane] = next;
        sizeBefore[lane] = last;
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
        t[place] = t[from];
        since[place] = since[from];
        size[place] = size[from];
        sizeBefore[place] = sizeBefore[from];
        logError[place] = logError[from];
    }

    /** Time of a lane (model time). */
    double time(int lane) {
        return t[lane];
    }

    /** Time of a lane since the start of its stretch. */
    double since(int lane) {
        return since[lane];
    }

    /** End of the step that a lane has tried last (model time). */
    double to(int lane) {
        return to[lane];
    }

    /** Size of a lane's step. */
    double size(int lane) {
        return size[lane];
    }

    /** Size of the step behind a lane. */
    double sizeBefore(int lane) {
        return sizeBefore[lane];
    }

    double[] times() {
        return t;
    }

    double[] sizes() {
        return size;
    }

    double[] sizesBefore() {
        return sizeBefore;
    }

    /** Whether a step is neither the last of the stretch nor nearly as short as time resolves. */
    boolean isPlain(int lane, double h) {
        return isPlain(h, since[lane], length[lane]);
    }

    /**
     * The same for any run.
     *
     * @param sinceStart time since the start of a stretch
     * @param stretch its length
     */
    static boolean isPlain(double h, double sinceStart, double stretch) {
        return h > RESOLVED * sinceStart && h > SHORTEST && h * LAST_SHARE < stretch - sinceStart;
    }

    /** The size to try instead after an error above 1. */
    double smaller(int lane, double error) {
        return StepControl.smaller(size[lane], error, order);
    }

    /** Finds where steps end. */
    void aim(int lanes) {
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
    void resolve(double[] into, double factor, int lanes) {
        for (int l = 0; l < lanes; l++) {
            into[l] = factor * size[l] - (Math.abs(origin[l] + since[l]) + Math.abs(to[l]) + since[l] + size[l]);
        }
    }

    /** Writes a number above 0 where a step is plain and time moves on. */
    void margin(double[] into, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double shortest = Math.min(size[l] - RESOLVED * since[l], size[l] - SHORTEST);
            into[l] = Math.min(shortest, length[l] - since[l] - size[l] * LAST_SHARE);
        }
        for (int l = 0; l < lanes; l++) {
            into[l] = Math.min(into[l], to[l] - t[l]);
        }
    }

    /** Moves all lanes on to the ends of steps that had these errors. */
    void moveOn(double[] error, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double now = StepControl.logOfAccepted(error[l]);
            sizeNext[l] = StepControl.next(size[l], now, logError[l], mostGrowth[l], order);
            logErrorNext[l] = StepControl.remembered(now);
        }
        Arrays.fill(mostGrowth, 0, lanes, StepControl.MOST_GROWTH);
        double[] free = t;
        t = to;
        to = free;
        free = since;
        since = sinceNext;
        sinceNext = free;
        free = sizeBefore;
        sizeBefore = size;
        size = sizeNext;
        sizeNext = free;
        free = logError;
        logError = logErrorNext;
        logErrorNext = free;
    }

    /** Takes a lane back to where it stood, to try less after this error. To be called after {@link #moveOn}. */
    void stay(int lane, double error) {
        t[lane] = to[lane];
        since[lane] = sinceNext[lane];
        size[lane] = StepControl.smaller(sizeBefore[lane], error, order);
        sizeBefore[lane] = sizeNext[lane];
        logError[lane] = logErrorNext[lane];
        mostGrowth[lane] = 0;
    }
}
