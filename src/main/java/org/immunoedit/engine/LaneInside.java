package org.immunoedit.engine;

/** The error inside steps over lanes: in each lane what {@link InsideError#widen} computes, in the same order. */
final class LaneInside {
    private final double[] onGain;
    private final double[] onGainBefore;
    private final double[] onLast;
    private final double[] onFirst;
    private final double[] onBefore;
    private final double[] shares;
    private final double[] remote;
    private final double[] near;
    private final double[] sum;

    LaneInside(int width) {
        onGain = new double[width];
        onGainBefore = new double[width];
        onLast = new double[width];
        onFirst = new double[width];
        onBefore = new double[width];
        shares = new double[width];
        remote = new double[width];
        near = new double[width];
        sum = new double[width];
    }

    /** Finds the weights for steps of these sizes. */
    void weigh(double[] h, double[] sizeBefore, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double q = h[l] / (sizeBefore[l] + h[l]);
            remote[l] = q;
            near[l] = h[l] / sizeBefore[l];
            shares[l] = InsideError.ERROR * q * q;
        }
        for (int l = 0; l < lanes; l++) {
            double p = near[l];
            double share = -2 * shares[l];
            onGain[l] = share * (1 + remote[l]);
            onGainBefore[l] = share * p * p * (p + remote[l]);
            double last = shares[l] * h[l];
            onLast[l] = last;
            onFirst[l] = last * (1 + p) * (1 + p);
            onBefore[l] = last * p * p;
        }
    }

    /**
     * Raises the errors of one state at the ends of steps to those inside.
     *
     * @param errors of any sign; receives sizes
     * @param values the state at the ends of both steps: three rows
     * @param slopes its slopes there
     */
    void widen(double[] errors, double[][] values, double[][] slopes, int lanes) {
        double[] before = values[0];
        double[] y = values[1];
        double[] next = values[2];
        for (int l = 0; l < lanes; l++) {
            sum[l] = onGain[l] * (next[l] - y[l]) + onGainBefore[l] * (y[l] - before[l]);
        }
        double[] b = slopes[0];
        double[] f = slopes[1];
        double[] g = slopes[2];
        for (int l = 0; l < lanes; l++) {
            double c = sum[l] + (onLast[l] * g[l] + onFirst[l] * f[l] + onBefore[l] * b[l]);
            errors[l] = Math.max(Math.abs(errors[l]), Math.abs(c));
        }
    }
}
