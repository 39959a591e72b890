package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;

/** Steps of an explicit {@link Pair}: six evaluations of the rates each, no allocation. */
final class PairStepper implements Stepper {
    private static final int LAST = 6;
    /** Evaluations of the rates in a step. */
    static final int RATES = LAST;

    /** By which power of its size the error of a step falls. */
    static final int ERROR_ORDER = 5;

    private final Pair pair;
    private final Counter counter;
    private final Counter.Tally tally;
    private final double relative;
    private final double[] absolute;
    private final double[][] k;
    private final double[] stage;
    /** Error of each state in units of its tolerance, in the step tried last. */
    private final double[] shares;

    private final InsideError inside;
    private final double[] weights = new double[LAST + 1];
    /** Of one state. */
    private final double[] slopes = new double[LAST + 1];

    private double[] y;
    private double[] next;
    private OdeSystem system;
    private double t;
    private double size;

    PairStepper(Pair pair, Tolerances tolerances, Counter counter) {
        int n = tolerances.dimension();
        this.pair = pair;
        this.counter = counter;
        this.tally = counter.tally(pair.name());
        this.relative = tolerances.relative();
        this.absolute = Norms.absolute(tolerances);
        this.k = new double[LAST + 1][n];
        this.stage = new double[n];
        this.shares = new double[n];
        this.inside = new InsideError(pair, n);
        this.y = new double[n];
        this.next = new double[n];
    }

    @Override
    public Counter.Tally tally() {
        return tally;
    }

    @Override
    public void begin(OdeSystem equations, double start, double[] from) {
        system = equations;
        t = start;
        System.arraycopy(from, 0, y, 0, y.length);
        system.rates(t, y, k[0]);
        counter.rates++;
        inside.forget();
    }

    @Override
    public double attempt(double h) {
        size = h;
        double[][] stages = pair.stages();
        double[] nodes = pair.nodes();
        for (int s = 1; s < LAST; s++) {
            Combination.add(stage, y, h, stages[s - 1], k);
            system.rates(t + nodes[s] * h, stage, k[s]);
        }
        Combination.add(next, y, h, stages[LAST - 1], k);
        system.rates(t + h, next, k[LAST]);
        counter.rates += LAST;
        Combination.sumSeven(shares, h, pair.error(), k);
        if (!inside.isFirst()) {
            inside.widen(shares, h, y, k[0], next, k[LAST]);
        }
        double error = error();
        if (error <= 1 && inside.isFirst()) {
            counter.rates++;
            error = Math.max(error, insideFirst(h));
        }
        return error;
    }

    private double error() {
        for (int i = 0; i < shares.length; i++) {
            double scale = absolute[i] + relative * Math.max(Math.abs(y[i]), Math.abs(next[i]));
            shares[i] = Math.abs(shares[i]) / scale;
        }
        return Norms.largest(shares);
    }

    private double insideFirst(double h) {
        inside.measure(shares, system, t, y, h, k);
        return error();
    }

    /** What its steps are. */
    Pair pair() {
        return pair;
    }

    /** Whether it has taken a step in this stretch. */
    boolean hasStepBehind() {
        return !inside.isFirst();
    }

    /**
     * Stands in a lane, with the step behind it.
     *
     * @param since time since the start of the stretch
     * @param first size of the next step
     */
    void enter(LaneSlot slot, int lane, double since, double first) {
        slot.since()[lane] = since;
        slot.size()[lane] = first;
        LaneSlot.write(slot.state(), lane, y);
        LaneSlot.write(slot.slopes(0), lane, k[0]);
        LaneSlot before = slot.before();
        before.size()[lane] = inside.sizeBefore();
        LaneSlot.write(before.state(), lane, inside.stateBefore());
        LaneSlot.write(before.slopes(0), lane, inside.ratesBefore());
    }

    /** Holds the step that a lane has tried, as if it had tried it. */
    void hold(LaneSlot slot, int lane) {
        size = slot.size()[lane];
        LaneSlot.read(slot.state(), lane, y);
        LaneSlot.read(slot.next().state(), lane, next);
        for (int s = 0; s <= LAST; s++) {
            LaneSlot.read(slot.slopes(s), lane, k[s]);
        }
    }

    /** Stands where a lane stands. */
    void leave(LaneSlot slot, int lane, double time) {
        t = time;
        LaneSlot.read(slot.state(), lane, y);
        LaneSlot.read(slot.slopes(0), lane, k[0]);
        LaneSlot before = slot.before();
        LaneSlot.read(before.state(), lane, inside.stateBefore());
        LaneSlot.read(before.slopes(0), lane, inside.ratesBefore());
        inside.passed(before.size()[lane], inside.stateBefore(), inside.ratesBefore());
    }

    @Override
    public void accept(double to) {
        double[] freeState = inside.stateBefore();
        double[] freeRates = inside.ratesBefore();
        inside.passed(size, y, k[0]);
        y = next;
        next = freeState;
        k[0] = k[LAST];
        k[LAST] = freeRates;
        t = to;
    }

    @Override
    public double[] state() {
        return y;
    }

    @Override
    public double[] rates() {
        return k[0];
    }

    @Override
    public double[] proposed() {
        return next;
    }

    @Override
    public double[] proposedRates() {
        return k[LAST];
    }

    @Override
    public void at(double theta, double[] into) {
        pair.weigh(theta, weights);
        Combination.add(into, y, size, weights, k);
    }

    @Override
    public boolean polynomial(int state, double[] into) {
        gather(state);
        pair.polynomial(y[state], size, slopes, into);
        return true;
    }

    private void gather(int state) {
        for (int s = 0; s <= LAST; s++) {
            slopes[s] = k[s][state];
        }
    }

    @Override
    public double excursion(int state, double rounding) {
        return pair.excursion().of(state, y[state], size, k, rounding);
    }

    @Override
    public double magnitude(int state) {
        gather(state);
        return pair.magnitude(y[state], size, slopes);
    }

    /**
     * How near the step accepted last came to the edge of stability: |λ| h from the two stages at its end, as a share
     * of the method's limit (Hairer and Wanner, Solving ODEs II, section IV.2).
     */
    double strain() {
        double[] slopes = k[0];
        double[] before = k[LAST - 1];
        double slope = 0;
        double distance = 0;
        for (int i = 0; i < y.length; i++) {
            double share = 1 / (absolute[i] + relative * Math.abs(y[i]));
            slope = Math.max(slope, Math.abs(slopes[i] - before[i]) * share);
            distance = Math.max(distance, Math.abs(y[i] - stage[i]) * share);
        }
        return distance > 0 ? size * slope / (distance * pair.stability()) : 0;
    }

    /** The largest |λ| h at which the method is stable. */
    double stability() {
        return pair.stability();
    }

    @Override
    public int worst() {
        int bad = Norms.firstNotFinite(k);
        if (bad < 0) {
            bad = Norms.firstNotFinite(next);
        }
        return bad >= 0 ? bad : largestError();
    }

    private int largestError() {
        int index = 0;
        for (int i = 1; i < shares.length; i++) {
            if (!(shares[i] <= shares[index])) {
                index = i;
            }
        }
        return index;
    }

    @Override
    public boolean outrunsDecay() {
        return false;
    }

    @Override
    public int errorOrder() {
        return ERROR_ORDER;
    }
}
