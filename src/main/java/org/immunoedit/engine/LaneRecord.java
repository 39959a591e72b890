package org.immunoedit.engine;

import java.util.Arrays;

/**
 * The steps that a run has taken in its lane and that nobody has been told yet; one of them is shown at a time. Of each
 * step it has its start since the start of the stretch, its size, the state at its start and six slopes; the state and
 * the first slope that follow it belong to the next one.
 */
final class LaneRecord implements Step {
    /** Steps after which they are told. */
    static final int MOST = 32;

    private static final int HEAD = 2;

    private final Pair pair;
    private final int dimension;
    private final int length;
    private final double[] weights = new double[LaneSteps.SLOPES];
    /** Of one state of the step shown. */
    private final double[] slopes = new double[LaneSteps.SLOPES];

    private double[] values;
    private int steps;
    /** Where the state at the start of the step shown is. */
    private int shown;

    /** @param dimension number of states */
    LaneRecord(Pair pair, int dimension) {
        this.pair = pair;
        this.dimension = dimension;
        length = HEAD + LaneSteps.SLOPES * dimension;
        values = new double[8 * length];
    }

    /** Number of steps. */
    int steps() {
        return steps;
    }

    boolean isFull() {
        return steps == MOST;
    }

    /** Forgets all steps. */
    void clear() {
        steps = 0;
    }

    /** Adds the step that a lane has tried last. */
    void add(LaneSteps lanes, int lane) {
        int at = steps * length;
        if (at + 3 * length > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[at] = lanes.clock().since(lane);
        values[at + 1] = lanes.clock().size(lane);
        lanes.record(lane, values, at + HEAD);
        steps++;
    }

    /** Notes where a lane stands, behind the last step. */
    void end(LaneSteps lanes, int lane) {
        lanes.recordStart(lane, values, steps * length + HEAD);
    }

    /** Start of a step, since the start of the stretch. */
    double since(int step) {
        return values[step * length];
    }

    /** Size of a step. */
    double size(int step) {
        return values[step * length + 1];
    }

    /** From now on a step is shown. */
    void show(int step) {
        shown = step * length + HEAD;
    }

    private double size() {
        return values[shown - 1];
    }

    @Override
    public double start(int i) {
        return values[shown + i];
    }

    @Override
    public void start(double[] into) {
        System.arraycopy(values, shown, into, 0, into.length);
    }

    @Override
    public void end(double[] into) {
        int at = shown + length;
        for (int i = 0; i < into.length; i++) {
            into[i] = values[at + i];
        }
    }

    @Override
    public void at(double theta, double[] into) {
        double h = size();
        pair.weigh(theta, weights);
        double w0 = h * weights[0];
        double w1 = h * weights[1];
        double w2 = h * weights[2];
        double w3 = h * weights[3];
        double w4 = h * weights[4];
        double w5 = h * weights[5];
        double w6 = h * weights[6];
        double[] v = values;
        int n = dimension;
        for (int i = 0; i < into.length; i++) {
            int y = shown + i;
            int k = y + n;
            into[i] = v[y]
                    + (w0 * v[k]
                            + w1 * v[k + n]
                            + w2 * v[k + 2 * n]
                            + w3 * v[k + 3 * n]
                            + w4 * v[k + 4 * n]
                            + w5 * v[k + 5 * n]
                            + w6 * v[y + length + n]);
        }
    }

    @Override
    public boolean polynomial(int state, double[] into) {
        gather(state);
        pair.polynomial(start(state), size(), slopes, into);
        return true;
    }

    @Override
    public double magnitude(int state) {
        gather(state);
        return pair.magnitude(start(state), size(), slopes);
    }

    private void gather(int state) {
        int last = slopes.length - 1;
        for (int s = 0; s < last; s++) {
            slopes[s] = values[shown + (1 + s) * dimension + state];
        }
        slopes[last] = values[shown + length + dimension + state];
    }
}
