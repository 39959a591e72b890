package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides the statements of the outermost region into repeats. Without them the code of a model of n clones grows with n:
 * at n = 256 it took twice as long as the loop that one would write by hand, and seconds to compile.
 */
final class Repeats {
    /** Rounds below which straight-line code is better. */
    private static final int FEWEST = 8;
    /** Most statements per round that are looked for. */
    private static final int LONGEST_PERIOD = 12;

    private Repeats() {}

    /** All statements in order, each in one repeat. */
    static List<Repeat> of(Plan plan) {
        Ints statements = plan.regions().statements(Regions.OUTERMOST);
        List<Repeat> repeats = new ArrayList<>();
        int at = 0;
        while (at < statements.size()) {
            Repeat next = longest(plan, at, statements.size() - at);
            repeats.add(next);
            at = next.end();
        }
        return repeats;
    }

    private static Repeat longest(Plan plan, int start, int size) {
        Repeat best = Repeat.once(start);
        for (int period = 1; period <= LONGEST_PERIOD && FEWEST * period <= size; period++) {
            Repeat found = new RepeatSearch(plan, start, period).find();
            if (found.count() >= FEWEST && found.end() > best.end()) {
                best = found;
            }
        }
        return best;
    }
}
