package org.immunoedit.analysis;

import java.util.Optional;

/**
 * Damped Newton method for f(x) = 0. A damped step is taken when the next simplified Newton correction is shorter (the
 * natural monotonicity test of Deuflhard, Newton Methods for Nonlinear Problems, 2004, chapter 3): lengths of f itself
 * say nothing when its components differ by orders of magnitude.
 */
final class Newton {
    private static final int MOST_STEPS = 200;
    private static final double SMALLEST_DAMPING = 1e-9;
    private static final double NEAR = 1e-9;
    private static final int POLISHING_STEPS = 3;
    /** Share of the way to 0 that one step may go. */
    private static final double TO_ZERO = 0.9;
    /** States below this share of their typical size may be zeros that were approached. */
    private static final double NOTHING = 1e-7;

    private final Field field;
    private final double[] typical;
    private final boolean[] signed;

    /**
     * @param typical sizes of the states, positive
     * @param signed whether a state may be negative
     */
    Newton(Field field, double[] typical, boolean[] signed) {
        this.field = field;
        this.typical = typical.clone();
        this.signed = signed.clone();
    }

    /** The zero of f that is reached from a start; empty if there is none, or only one with negative states. */
    Optional<double[]> solve(double[] start) {
        return iterate(start).map(this::withZeros).filter(this::isAllowed);
    }

    private Optional<double[]> iterate(double[] start) {
        double[] x = start.clone();
        double[] f = field.rates(x);
        double damping = 1;
        for (int k = 0; k < MOST_STEPS; k++) {
            Linear linear = new Linear(field.jacobian(x), sizes(x));
            double[] step = linear.solve(negative(f));
            double length = length(step, x);
            if (!(length < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            if (length <= NEAR) {
                return Optional.of(polish(x));
            }
            damping = Math.min(Math.min(1, 4 * damping), longest(x, step));
            double[] next = null;
            while (next == null) {
                double[] trial = plus(x, damping, step);
                double[] there = field.rates(trial);
                double rest = length(linear.solve(negative(there)), x);
                if (rest <= (1 - damping / 4) * length) {
                    next = trial;
                    f = there;
                } else if (damping < SMALLEST_DAMPING) {
                    return Optional.empty();
                } else {
                    damping /= 2;
                }
            }
            x = next;
        }
        return Optional.empty();
    }

    /** A few more steps, as long as each is shorter than the one before: to the last digits. */
    private double[] polish(double[] start) {
        double[] x = start;
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < POLISHING_STEPS; k++) {
            double[] step = new Linear(field.jacobian(x), sizes(x)).solve(negative(field.rates(x)));
            double length = length(step, x);
            if (!(length < last)) {
                return x;
            }
            x = plus(x, 1, step);
            last = length;
        }
        return x;
    }

    /** States that have almost vanished are set to 0 where the equations then hold exactly. */
    private double[] withZeros(double[] x) {
        double[] zeroed = x.clone();
        boolean any = false;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0 && Math.abs(x[i]) < NOTHING * typical[i]) {
                double kept = zeroed[i];
                zeroed[i] = 0;
                boolean stays = field.rates(zeroed)[i] == 0;
                zeroed[i] = stays ? 0 : kept;
                any |= stays;
            }
        }
        return any ? iterate(zeroed).orElse(x) : x;
    }

    private boolean isAllowed(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!signed[i] && !(x[i] >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** The damping that keeps unsigned states positive. */
    private double longest(double[] x, double[] step) {
        double longest = 1;
        for (int i = 0; i < x.length; i++) {
            if (!signed[i] && x[i] > 0 && x[i] + step[i] < 0) {
                longest = Math.min(longest, TO_ZERO * x[i] / -step[i]);
            }
        }
        return longest;
    }

    private double[] sizes(double[] x) {
        double[] sizes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sizes[i] = Math.max(Math.abs(x[i]), NOTHING * typical[i]);
        }
        return sizes;
    }

    /** The largest component, each relative to its state. */
    private double length(double[] step, double[] x) {
        double[] sizes = sizes(x);
        double length = 0;
        for (int i = 0; i < step.length; i++) {
            double share = Math.abs(step[i]) / sizes[i];
            length = Double.isNaN(share) ? Double.NaN : Math.max(length, share);
        }
        return length;
    }

    private static double[] plus(double[] x, double factor, double[] step) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = x[i] + factor * step[i];
        }
        return sum;
    }

    private static double[] negative(double[] f) {
        double[] negative = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            negative[i] = -f[i];
        }
        return negative;
    }
}
