package org.immunoedit.model;

import java.util.List;

/**
 * Equations without the states that stay 0.
 *
 * @param equations without them; their references have become 0 and formulas simpler
 * @param zero names of the removed states, in model order; their columns print 0
 */
public record Pruned(Equations equations, List<String> zero) {
    public Pruned {
        zero = List.copyOf(zero);
    }
}
