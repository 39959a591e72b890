package org.immunoedit.engine;

import org.immunoedit.ode.Tolerances;

/**
 * Chooses between an explicit pair and a Rosenbrock method by the work each needs for the same stretch of time.
 *
 * <p>It starts explicit. When stability, not accuracy, has held the explicit steps for a while, the Rosenbrock method
 * is tried. From then on each of its steps is weighed against the explicit steps that its length would take at the
 * limit of stability, |λ| from the Jacobian at hand; a running balance of the two decides whether it stays. A trial
 * that does not pay doubles the patience before the next one, so that a mildly stiff model is not taxed. Work is
 * counted in operations of an assumed right-hand side, never measured: the same run makes the same choices everywhere.
 */
final class AutomaticChoice implements Choice {
    private static final double STRAINED = 0.75;
    private static final int LOOK_EVERY = 8;
    private static final int RELAXED = 6;
    private static final int LEAST_PATIENCE = 15;
    private static final int MOST_PATIENCE = 480;
    private static final double MEMORY = 0.9;
    private static final double BEST_STEP = 2;
    private static final double WORST_BALANCE = -4;
    /** A trial lasts some steps; with many states it costs more than the explicit steps that led to it should. */
    private static final double TRIAL = 2.5;
    /** Loss after which a trial ends when a Rosenbrock step costs ten explicit ones or more. */
    private static final double DEAR_BALANCE = -1.5;

    private static final double DEAR = 0.1;
    private static final int MOST_RESCUES = 50;
    /** Steps held back by a decay are short for a while only: explicit ones must cost no more than this share. */
    private static final double CLEARLY_CHEAPER = 0.25;

    private final PairStepper explicit;
    private final RosenbrockStepper stiff;
    private final SpectralRadius radius;
    private final Counter counter;
    /** Work of one explicit step as a share of one Rosenbrock step. */
    private final double explicitWork;

    private final int leastPatience;
    private final double worstBalance;

    private Stepper inCharge;
    private int patience;
    private int looks;
    private int strained;
    private int relaxed;
    private double balance;
    private double gain;
    private double rescuedAt = Double.NaN;
    private int rescues;

    AutomaticChoice(PairStepper explicit, RosenbrockStepper stiff, Tolerances tolerances, Counter counter) {
        this.explicit = explicit;
        this.stiff = stiff;
        this.radius = new SpectralRadius(tolerances);
        this.counter = counter;
        this.explicitWork = explicitWork(tolerances.dimension()) / stiffWork(tolerances.dimension());
        this.leastPatience = (int) Math.max(LEAST_PATIENCE, TRIAL / explicitWork);
        this.worstBalance = explicitWork < DEAR ? DEAR_BALANCE : WORST_BALANCE;
        this.patience = leastPatience;
        this.inCharge = explicit;
    }

    /**
     * Operations of an explicit step: 6 rates at 10 n each, sums, and 150 for the many short loops. Both formulas were
     * fitted once to times of models with 3, 11 and 14 states (ratios 4.0, 4.5 and 5.4).
     */
    private static double explicitWork(double n) {
        return 60 * n + 60 * n + 150;
    }

    /** Operations of a Rosenbrock step: 8 rates, a Jacobian worth 3, factorization, 8 solutions, sums, and loops. */
    private static double stiffWork(double n) {
        return 110 * n + 120 * n + n * n + 2.0 / 3 * n * n * n + 16 * n * n + 1000;
    }

    @Override
    public Stepper stepper() {
        return inCharge;
    }

    @Override
    public double reconsider(double size, boolean held) {
        return inCharge == explicit ? leaveExplicit(size) : leaveStiff(size, held);
    }

    private double leaveExplicit(double size) {
        if (strained == 0 && ++looks % LOOK_EVERY != 0) {
            return Double.NaN;
        }
        if (explicit.strain() > STRAINED) {
            strained++;
            relaxed = 0;
        } else if (++relaxed >= RELAXED) {
            strained = 0;
        }
        if (strained < patience) {
            return Double.NaN;
        }
        toStiff();
        return size;
    }

    private double leaveStiff(double size, boolean held) {
        double limit = radius.follow(stiff.jacobian(), stiff.state());
        double explicitSteps = Math.max(1, limit * size / explicit.stability());
        if (held && explicitSteps * explicitWork > CLEARLY_CHEAPER) {
            return Double.NaN;
        }
        double paid = explicitSteps * explicitWork - 1;
        gain += paid;
        balance = MEMORY * balance + Math.min(paid, BEST_STEP);
        if (balance > worstBalance) {
            return Double.NaN;
        }
        patience = gain > 0 ? leastPatience : Math.min(2 * patience, Math.max(MOST_PATIENCE, 8 * leastPatience));
        toExplicit();
        return size / explicitSteps;
    }

    private void toStiff() {
        inCharge = stiff;
        counter.switches++;
        balance = 0;
        gain = 0;
        radius.restart();
    }

    private void toExplicit() {
        inCharge = explicit;
        counter.switches++;
        strained = 0;
        relaxed = 0;
    }

    @Override
    public boolean rescue(double t) {
        if (t == rescuedAt || rescues >= MOST_RESCUES) {
            return false;
        }
        rescuedAt = t;
        rescues++;
        if (inCharge == explicit) {
            toStiff();
        } else {
            toExplicit();
        }
        return true;
    }
}
