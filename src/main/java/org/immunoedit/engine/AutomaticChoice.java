package org.immunoedit.engine;

import java.util.function.Supplier;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;

/**
 * Chooses between an explicit pair and a Rosenbrock method by the work each needs for the same stretch of time.
 *
 * <p>It starts explicit. When stability, not accuracy, has held the explicit steps for a while, the Rosenbrock method
 * is tried with one step, so long that it just pays: refused, it is worth no more, and the explicit steps go on. Once
 * such a step was accepted, each is weighed against the explicit steps that its length would take at the limit of
 * stability, |λ| from the Jacobian at hand; a running balance of the two decides whether the method stays. The patience
 * before a trial is in proportion to what it costs, so that trials in vain cost a tenth at most; each doubles it. Work
 * is counted, never measured: the same run makes the same choices everywhere.
 */
final class AutomaticChoice implements Choice {
    private static final double STRAINED = 0.75;
    /** Explicit steps from one look at the strain to the next: at ease, and once one was strained. */
    private static final int LOOK_EVERY = 8;

    private static final int LOOK_AGAIN = 4;
    /** Looks without strain in a row after which it has ended. */
    private static final int RELAXED = 3;

    private static final int LEAST_PATIENCE = 15;
    /** Strained steps before a trial, in the cost of a trial: the first time, after one that paid, and at most. */
    private static final double PATIENCE = 7;

    private static final double PATIENCE_AFTER_GAIN = 2;
    private static final double MOST_PATIENCE = 224;
    /** Length of a trial, and the shortest one with which it goes on, as shares of the length that just pays. */
    private static final double TRIAL = 1.5;

    private static final double TRIAL_PAYS = 0.7;
    /** What is left of the stretch must cost as much as so many Rosenbrock steps. */
    private static final double WORTH_A_TRIAL = 4;

    private static final double MEMORY = 0.9;
    private static final double BEST_STEP = 2;
    private static final double WORST_BALANCE = -4;
    private static final int MOST_RESCUES = 50;
    /**
     * To follow a decay from what the tolerance sees to nothing takes some hundred steps, which an explicit method
     * cannot spare, since its errors keep the state up: the rest of the stretch must cost as much as so many.
     */
    private static final double WORTH_A_DECAY = 600;

    private final PairStepper explicit;
    private final Supplier<RosenbrockStepper> makesStiff;
    private final Tolerances tolerances;
    private final Counter counter;
    private final Work work;

    /** Made when it is first tried, like the radius: most runs never do. */
    private RosenbrockStepper stiff;

    private SpectralRadius radius;
    private Stepper inCharge;
    private double patience = PATIENCE;
    private int sinceLook;
    private int strained;
    private int relaxed;
    /** Size of the last explicit step before a trial, NaN when there is none. */
    private double sizeBeforeTrial = Double.NaN;

    private double balance;
    private double gain;
    private double rescuedAt = Double.NaN;
    private int rescues;

    AutomaticChoice(PairStepper explicit, Supplier<RosenbrockStepper> stiff, Tolerances tolerances, Counter counter) {
        this.explicit = explicit;
        this.makesStiff = stiff;
        this.tolerances = tolerances;
        this.counter = counter;
        this.work = new Work(tolerances.dimension());
        this.inCharge = explicit;
    }

    @Override
    public void begin(OdeSystem system, double t, double[] y) {
        work.measure(system);
        inCharge.begin(system, t, y);
    }

    @Override
    public Stepper stepper() {
        return inCharge;
    }

    @Override
    public double reconsider(double size, double left, boolean held) {
        return inCharge == explicit ? leaveExplicit(size, left) : leaveStiff(size, left, held);
    }

    @Override
    public double reconsiderRefused(double size, double left, boolean held) {
        if (inCharge == explicit || !(sizeBeforeTrial > 0)) {
            return Double.NaN;
        }
        double justPays = sizeBeforeTrial * work.explicitStepsPerRosenbrockStep();
        if (size >= TRIAL_PAYS * justPays || held && left > WORTH_A_DECAY * justPays) {
            return Double.NaN;
        }
        double before = sizeBeforeTrial;
        loseTrust();
        toExplicit();
        return before;
    }

    @Override
    public int calm() {
        return lookEvery() - 1 - sinceLook;
    }

    @Override
    public void passed(long steps) {
        sinceLook += (int) steps;
    }

    @Override
    public boolean passes(LaneSteps steps, int lane) {
        int strainedBefore = strained;
        int relaxedBefore = relaxed;
        if (isTrialDue(steps.strain(lane), steps.slot().size()[lane], steps.leftBehind(lane))) {
            strained = strainedBefore;
            relaxed = relaxedBefore;
            return false;
        }
        sinceLook = 0;
        return true;
    }

    private int lookEvery() {
        return strained == 0 ? LOOK_EVERY : LOOK_AGAIN;
    }

    private double leaveExplicit(double size, double left) {
        if (++sinceLook < lookEvery()) {
            return Double.NaN;
        }
        sinceLook = 0;
        if (!isTrialDue(explicit.strain(), size, left)) {
            return Double.NaN;
        }
        toStiff();
        sizeBeforeTrial = size;
        return TRIAL * work.explicitStepsPerRosenbrockStep() * size;
    }

    /** Takes note of the strain of an explicit step; tells whether the Rosenbrock method is to be tried behind it. */
    private boolean isTrialDue(double strain, double size, double left) {
        if (strain > STRAINED) {
            strained += LOOK_AGAIN;
            relaxed = 0;
        } else if (++relaxed >= RELAXED) {
            strained = 0;
        }
        double cost = work.explicitStepsPerRosenbrockStep();
        return strained >= Math.max(LEAST_PATIENCE, patience * cost) && !(left < WORTH_A_TRIAL * cost * size);
    }

    private double leaveStiff(double size, double left, boolean held) {
        sizeBeforeTrial = Double.NaN;
        work.measure(stiff.solver());
        double limit = radius.follow(stiff.jacobian(), stiff.state());
        double explicitSteps = Math.max(1, limit * size / explicit.stability());
        double saved = explicitSteps / work.explicitStepsPerRosenbrockStep();
        if (held && saved * left > WORTH_A_DECAY * size) {
            return Double.NaN;
        }
        gain += saved - 1;
        balance = MEMORY * balance + Math.min(saved - 1, BEST_STEP);
        if (balance > WORST_BALANCE) {
            return Double.NaN;
        }
        if (gain > 0) {
            patience = PATIENCE_AFTER_GAIN;
        } else {
            loseTrust();
        }
        toExplicit();
        return size / explicitSteps;
    }

    private void loseTrust() {
        patience = Math.min(MOST_PATIENCE, Math.max(PATIENCE, 2 * patience));
    }

    private void toStiff() {
        if (stiff == null) {
            stiff = makesStiff.get();
            radius = new SpectralRadius(tolerances);
        }
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
        sizeBeforeTrial = Double.NaN;
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
