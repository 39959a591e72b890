package org.immunoedit.ode;

import java.util.BitSet;

/**
 * Switching functions g_k(t, y), each with the side it is on at the start of a stretch. A guard is crossed where g_k
 * leaves its side; the side, not the sign at the start, decides, because rounding may leave g_k on the wrong side of 0
 * just after a crossing.
 *
 * @param functions the g_k
 * @param above bit k is set when g_k counts as positive at the start
 */
public record Guards(Formulas functions, BitSet above) {
    /** Nothing to watch. */
    public static final Guards NONE = new Guards(Formulas.NONE, new BitSet());

    public Guards {
        above = (BitSet) above.clone();
    }

    /** Number of guards. */
    public int size() {
        return functions.size();
    }

    /** Whether guard {@code k} with value {@code g} has left its side; a NaN has not. */
    public boolean crossed(int k, double g) {
        return above.get(k) ? g < 0 : g > 0;
    }
}
