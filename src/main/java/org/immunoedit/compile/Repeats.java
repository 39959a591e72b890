package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides the statements of the outermost region into repeats. Without them the code of a model of n clones grows with
 * n: at n = 256 it took twice as long as the loop that one would write by hand, and its Jacobian many seconds to
 * compile.
 */
final class Repeats {
    /** Rounds below which straight-line code is better. */
    private static final int FEWEST = 8;
    /** Most statements per round that are looked for. */
    private static final int LONGEST_PERIOD = 12;
    /** Bytes of a loop and of each value handed on from round to round. */
    private static final int LOOP = 30;
    /** How many times as long code is at most whose indices move. */
    private static final int MOVING = 3;

    private final Plan plan;
    private final Ints statements;

    private Repeats(Plan plan) {
        this.plan = plan;
        statements = plan.regions().statements(Regions.OUTERMOST);
    }

    /**
     * All statements in order, each in one repeat.
     *
     * @param most bytes of a loop
     */
    static List<Repeat> of(Plan plan, int most) {
        Repeats search = new Repeats(plan);
        List<Repeat> repeats = new ArrayList<>();
        int at = 0;
        while (at < search.statements.size()) {
            Repeat next = search.longest(at, most);
            repeats.add(next);
            at = next.end();
        }
        return repeats;
    }

    /** Upper bound for the bytes of bytecode of a repeat. */
    static int bytes(Plan plan, Repeat repeat) {
        Ints statements = plan.regions().statements(Regions.OUTERMOST);
        int sum = 0;
        for (int k = repeat.start(); k < repeat.start() + repeat.period(); k++) {
            sum += plan.regions().bytes(statements.get(k));
        }
        return repeat.isLoop() ? LOOP * (1 + repeat.carried().size()) + MOVING * sum : sum;
    }

    private Repeat longest(int start, int most) {
        Repeat best = Repeat.once(start);
        int size = statements.size() - start;
        for (int period = 1; period <= LONGEST_PERIOD && FEWEST * period <= size; period++) {
            if (startsAlike(start, period)) {
                Repeat found = new RepeatSearch(plan, start, period).find();
                boolean fits = bytes(plan, found) <= most;
                if (found.count() >= FEWEST && found.end() > best.end() && fits) {
                    best = found;
                }
            }
        }
        return best;
    }

    /** A cheap look before the thorough one. */
    private boolean startsAlike(int start, int period) {
        int first = statements.get(start);
        int second = statements.get(start + period);
        Graph graph = plan.body().graph();
        return first < 0 || second < 0 ? first < 0 && second < 0 : graph.operation(first) == graph.operation(second);
    }
}
