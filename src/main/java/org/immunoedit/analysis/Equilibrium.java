package org.immunoedit.analysis;

import java.util.List;

/**
 * A state in which nothing changes.
 *
 * @param state one value per state (unit of the state)
 * @param spectrum of the Jacobian there
 */
public record Equilibrium(List<Double> state, Spectrum spectrum) {
    public Equilibrium {
        state = List.copyOf(state);
    }
}
