package org.immunoedit.engine;

import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.Tolerances;

/** Dormand and Prince's explicit pair of order 8 as programmed in Commons Math. */
record Dop853Method() implements Method {
    static final String NAME = "dop853";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine engine(Tolerances tolerances, Limits limits) {
        return new Dop853Engine(tolerances, limits);
    }
}
