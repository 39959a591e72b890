package org.immunoedit.engine;

import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.Tolerances;

/** A Rosenbrock method as a method. */
record RosenbrockMethod(Rosenbrock scheme) implements Method {
    @Override
    public String name() {
        return scheme.name();
    }

    @Override
    public Engine engine(Tolerances tolerances, Limits limits) {
        Counter counter = new Counter();
        return new MarchingEngine(
                Choice.only(new RosenbrockStepper(scheme, tolerances, counter)), counter, tolerances, limits);
    }
}
