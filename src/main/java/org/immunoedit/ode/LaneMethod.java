package org.immunoedit.ode;

import java.util.Iterator;

/**
 * A method that can carry several runs forward side by side. Each run has steps, errors and a fate of its own, bit for
 * bit as if it went alone; only the arithmetic of their steps is done together.
 */
public interface LaneMethod extends Method {
    /**
     * Carries runs to their ends, in any order.
     *
     * @param lanes memory for as many runs at once as it is wide
     * @param runs taken when a lane is free; what lanes are not for goes alone
     */
    void run(LaneSystem lanes, Iterator<? extends Passage> runs);
}
