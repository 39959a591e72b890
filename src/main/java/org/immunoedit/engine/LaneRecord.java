package org.immunoedit.engine;

/** Shows the steps that a lane has taken, one at a time, from the slots where they were computed. */
final class LaneRecord implements Step {
    private static final int LAST = LaneSlot.SLOPES - 1;

    private final LaneSteps steps;
    private final Pair pair;
    private final double[] weights = new double[LaneSlot.SLOPES];
    /** Of one state of the step shown. */
    private final double[] slopes = new double[LaneSlot.SLOPES];

    private int lane;
    private LaneSlot slot;
    /** Where the step shown ends. */
    private LaneSlot end;

    LaneRecord(LaneSteps steps) {
        this.steps = steps;
        pair = steps.pair();
    }

    /**
     * From now on a step is shown.
     *
     * @param step its slot
     * @param behind where it ends: the slot of the lane's next step, between the two are slots of steps not taken
     */
    void show(LaneSlot step, LaneSlot behind, int of) {
        slot = step;
        end = behind;
        lane = of;
    }

    private double size() {
        return slot.size()[lane];
    }

    @Override
    public double start(int i) {
        return slot.state()[i][lane];
    }

    @Override
    public void start(double[] into) {
        LaneSlot.read(slot.state(), lane, into);
    }

    @Override
    public double end(int i) {
        return end.state()[i][lane];
    }

    @Override
    public void end(double[] into) {
        LaneSlot.read(end.state(), lane, into);
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
        int l = lane;
        for (int i = 0; i < into.length; i++) {
            double[][] k = slot.slopesOf(i);
            into[i] = start(i)
                    + (w0 * k[0][l]
                            + w1 * k[1][l]
                            + w2 * k[2][l]
                            + w3 * k[3][l]
                            + w4 * k[4][l]
                            + w5 * k[5][l]
                            + w6 * end.slopes(0)[i][l]);
        }
    }

    @Override
    public boolean polynomial(int state, double[] into) {
        if (slot.polynomial(state, lane, into)) {
            return true;
        }
        steps.askPolynomial(state);
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
        double[][] k = slot.slopesOf(state);
        for (int s = 0; s < LAST; s++) {
            slopes[s] = k[s][lane];
        }
        slopes[LAST] = end.slopes(0)[state][lane];
    }
}
