package org.immunoedit.engine;

import java.util.Iterator;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.LaneMethod;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Tolerances;

/** An explicit pair and a Rosenbrock method, whichever takes less work at the time. */
record AutomaticMethod(String name, Pair pair, Rosenbrock scheme) implements LaneMethod {
    @Override
    public void run(LaneSystem lanes, Iterator<? extends Passage> runs) {
        new LaneMarch(new LaneSteps(pair, lanes)).run(runs);
    }

    @Override
    public Engine engine(Tolerances tolerances, Limits limits) {
        Counter counter = new Counter();
        Choice choice = new AutomaticChoice(
                new PairStepper(pair, tolerances, counter),
                () -> new RosenbrockStepper(scheme, tolerances, counter),
                tolerances,
                counter);
        return new MarchingEngine(choice, counter, tolerances, limits);
    }
}
