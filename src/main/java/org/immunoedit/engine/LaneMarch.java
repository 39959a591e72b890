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
    private final Outcome[] outcomes;
    private int lanes;

    LaneMarch(LaneSteps steps) {
        this.steps = steps;
        runs = new LaneRun[steps.width()];
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
            step();
            for (int l = lanes - 1; l >= 0; l--) {
                if (outcomes[l] == Outcome.LEAVES && !runs[l].finishesLeg() && !fill(l, waiting)) {
                    close(l);
                }
            }
        }
        while (lanes > 0) {
            lanes--;
            runs[lanes].leaves();
            if (runs[lanes].finishesLeg()) {
                lanes++;
            }
        }
    }

    private void step() {
        steps.attempt(lanes);
        for (int l = 0; l < lanes; l++) {
            outcomes[l] = runs[l].concludes();
        }
        steps.moveOn(lanes);
        for (int l = 0; l < lanes; l++) {
            if (outcomes[l] == Outcome.STAYS) {
                steps.stay(l);
            }
        }
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
            LaneRun free = runs[lane];
            runs[lane] = runs[lanes];
            runs[lanes] = free;
            runs[lane].moved(lane);
            free.moved(lanes);
            outcomes[lane] = outcomes[lanes];
            steps.move(lanes, lane);
        }
    }
}
