package org.immunoedit.engine;

import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.Tolerances;

/** An explicit pair as a method. */
record PairMethod(Pair pair) implements Method {
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
