package org.immunoedit.engine;

import java.util.Iterator;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.LaneMethod;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Tolerances;

/** An explicit pair as a method. */
record PairMethod(Pair pair) implements LaneMethod {
    @Override
    public void run(LaneSystem lanes, Iterator<? extends Passage> runs) {
        new LaneMarch(new LaneSteps(pair, lanes)).run(runs);
    }

    @Override
    public String name() {
        return pair.name();
    }

    @Override
    public Engine engine(Tolerances tolerances, Limits limits) {
        Counter counter = new Counter();
        return new MarchingEngine(Choice.only(new PairStepper(pair, tolerances, counter)), counter, tolerances, limits);
    }
}
