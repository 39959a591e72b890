package org.immunoedit.ode;

import java.util.Optional;

/**
 * Equations made executable once for many runs. Immutable, shared by threads; everything that differs from run to run
 * or from stretch to stretch (parameter values, infusion rates, the truth of conditions) is in the parameter slots.
 */
public interface Program {
    /** Number of states. */
    int dimension();

    /** Number of parameter slots. */
    int parameterCount();

    /** The right-hand side for fixed parameter values; the array is copied. */
    OdeSystem system(double[] parameters);

    /** Memory for so many systems of this program at once; empty for a program that lanes are not for. */
    default Optional<LaneSystem> lanes(int width) {
        return Optional.empty();
    }

    /** One of the groups of formulas the program was compiled with, for fixed parameter values; the array is copied. */
    Formulas formulas(int group, double[] parameters);
}
