package org.immunoedit.engine;

import java.util.Iterator;
import org.immunoedit.engine.LaneRun.Outcome;
import org.immunoedit.ode.Passage;

/**
 * Carries runs forward in lanes. All lanes try a step together; then each run takes note of its own, as if it were
 * alone. A lane whose run is over takes the next run, and when there is none its place is taken by the last lane.
 */
final class LaneMarch {
    /** So few runs are faster one by one. */
    private static final int FEW = 6;

    private final LaneSteps steps;
    private final LaneRun[] runs;
    /** Lanes whose run did not just move on in the step tried last, in ascending order, and what came of it. */
    private final int[] special;

    private final Outcome[] outcomes;
    private int lanes;
    /** Steps since all runs told theirs. */
    private int kept;

    LaneMarch(LaneSteps steps) {
        this.steps = steps;
        runs = new LaneRun[steps.width()];
        special = new int[runs.length];
        outcomes = new Outcome[runs.length];
        for (int l = 0; l < runs.length; l++) {
            runs[l] = new LaneRun(steps, l);
        }
    }

    /** Carries runs to their ends. */
    void run(Iterator<? extends Passage> waiting) {
        while (lanes < runs.length && fill(lanes, waiting)) {
            lanes++;
        }
        while (lanes > FEW || lanes > 0 && waiting.hasNext()) {
            step(waiting);
        }
        while (lanes > 0) {
            lanes--;
            runs[lanes].finishes();
        }
    }

    /** Tries a step; where a run leaves its lane, it goes to where it enters again, or another one does. */
    private void step(Iterator<? extends Passage> waiting) {
        steps.attempt(lanes);
        int count = conclude();
        steps.moveOn(lanes);
        // backwards: closing a lane moves the last one, which has been seen to by then
        for (int i = count - 1; i >= 0; i--) {
            int lane = special[i];
            if (outcomes[i] == Outcome.STAYS) {
                steps.stay(lane);
            } else if (!runs[lane].returns() && !fill(lane, waiting)) {
                close(lane);
            }
        }
        if (++kept == LaneSteps.KEPT) {
            tell();
        }
    }

    /** Lets runs conclude; returns how many did not just move on. */
    private int conclude() {
        int count = 0;
        for (int l = 0; l < lanes; l++) {
            if (!steps.isPlain(l)) {
                special[count] = l;
                outcomes[count] = runs[l].concludes();
                count += outcomes[count] == Outcome.MOVES_ON ? 0 : 1;
            }
        }
        return count;
    }

    private void tell() {
        for (int l = 0; l < lanes; l++) {
            runs[l].tell();
        }
        kept = 0;
    }

    /** Fills a lane with the next run that enters it; false if there is none. */
    private boolean fill(int lane, Iterator<? extends Passage> waiting) {
        while (waiting.hasNext()) {
            if (runs[lane].starts(waiting.next())) {
                return true;
            }
        }
        return false;
    }

    /** Gives the place of a lane to the last one. */
    private void close(int lane) {
        lanes--;
        if (lane < lanes) {
            runs[lanes].tell();
            LaneRun free = runs[lane];
            runs[lane] = runs[lanes];
            runs[lanes] = free;
            runs[lane].moved(lane);
            free.moved(lanes);
            steps.move(lanes, lane);
        }
    }
}
