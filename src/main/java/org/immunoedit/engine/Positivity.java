package org.immunoedit.engine;

import org.immunoedit.ode.Tolerances;

/**
 * Guards states that cannot be negative where they are below their tolerance and the error bound no longer looks.
 *
 * <p>A tumor far below one cell may grow back. A long step that is stable but not accurate would leave it with any size
 * and sign, and it would grow back at the wrong time, or as a negative tumor. Below its tolerance such a state may
 * therefore only change by a moderate factor in a step, and may not be steep at both ends: a stable step then gives a
 * moderate change for one by orders of magnitude, or skips a dip. What breaks this is tried again with half the size.
 * When that does not help after a few halvings the change is rounding, or an inflow, or the equations really cross 0:
 * the state is then left to the error bound and its floor until it is above its tolerance again. Values so near 0 that
 * they lose digits are free to vanish.
 */
final class Positivity {
    private static final int HALVINGS = 20;
    private static final double VANISHED = 1e-280;
    private static final double FALL = 0.3;
    private static final double RISE = 3;
    /** Change in a step, as a share of the state, from which a slope is steep. */
    private static final double STEEP = 2;

    /** How far below its tolerance a state is not followed: up to there the error bound leaves it a digit. */
    private static final double NEAR = 10;

    /** Steps after an objection that are still shaped by it. */
    private static final int HOLD = 3;

    /** Change of a followed state that the next step aims at, as a power of two: a little less than may be. */
    private static final double AIM = 1.3;

    private final double[] floors;
    private final double[] absolute;
    private final boolean[] leftAlone;
    private int halvings;
    private int quiet = HOLD;
    /** Largest change of a followed state in the step judged last, as a power of two. */
    private double change;

    Positivity(Tolerances tolerances) {
        floors = Norms.floors(tolerances);
        absolute = Norms.absolute(tolerances);
        leftAlone = new boolean[floors.length];
    }

    /**
     * Whether a step from one state to another should be tried again with half its size.
     *
     * @param step proposed; a state that has vanished below 0 at its end is set to 0
     * @param size of the step
     */
    boolean objects(Stepper step, double size) {
        double[] from = step.state();
        double[] to = step.proposed();
        boolean objects = false;
        change = 0;
        for (int i = 0; i < to.length; i++) {
            if (to[i] > NEAR * absolute[i]) {
                leftAlone[i] = false;
            } else if (floors[i] > Double.NEGATIVE_INFINITY) {
                objects |= objects(i, from[i], to) || isSteep(i, step, size);
            }
        }
        halvings = objects ? halvings + 1 : 0;
        quiet = objects ? 0 : Math.min(quiet + 1, HOLD);
        return objects;
    }

    /** A step is not judged, because it can hardly be made smaller; nothing is known of its changes. */
    void pass() {
        change = 0;
    }

    /**
     * The size of the step after one that was accepted. It grows no further than the changes in it allow; it does not
     * shrink, because what changes as much in a smaller step is rounding.
     *
     * @param taken its size
     * @param proposed by the error bound
     */
    double limited(double taken, double proposed) {
        if (!(proposed > taken && change * proposed > AIM * taken)) {
            return proposed;
        }
        quiet = 0;
        return taken * Math.max(1, AIM / change);
    }

    /** Whether the size of the last step owes to an objection, not to the method. */
    boolean holds() {
        return quiet < HOLD;
    }

    private boolean objects(int i, double from, double[] to) {
        if (to[i] < 0 && to[i] > -VANISHED) {
            to[i] = 0;
        }
        boolean wild = from > VANISHED && (to[i] < FALL * from || to[i] > RISE * from);
        if (from > VANISHED && to[i] > VANISHED && !leftAlone[i]) {
            change = Math.max(change, Math.abs(StepControl.log2(to[i] / from)));
        }
        if (wild && halvings >= HALVINGS) {
            leftAlone[i] = true;
        }
        return wild && !leftAlone[i];
    }

    private boolean isSteep(int i, Stepper step, double size) {
        return !leftAlone[i]
                && step.state()[i] > VANISHED
                && size * Math.abs(step.rates()[i]) > STEEP * step.state()[i]
                && size * Math.abs(step.proposedRates()[i]) > STEEP * step.proposed()[i];
    }
}
