package org.immunoedit.compile;

import java.util.BitSet;

/**
 * The kernels of one plan over lanes. A parameter that has the same value in all lanes is read once per loop instead of
 * once per lane; which these are shows as runs come, and when there are fewer than before the kernels are made anew.
 */
final class LaneCodes {
    private final Plan plan;
    private final BitSet own = new BitSet();
    private LaneCode code;

    LaneCodes(Plan plan) {
        this.plan = plan;
    }

    /** The slots that are known not to have one value in all lanes. */
    synchronized BitSet own() {
        return (BitSet) own.clone();
    }

    /** Kernels for lanes that have values of their own in these slots, and perhaps in more. */
    synchronized LaneCode of(BitSet slots) {
        int known = own.cardinality();
        own.or(slots);
        if (code == null || own.cardinality() > known) {
            code = LaneCode.of(plan, own());
        }
        return code;
    }
}
