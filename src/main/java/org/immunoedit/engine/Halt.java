package org.immunoedit.engine;

import org.immunoedit.ode.Ending;

/** Leaves an integrator of Commons Math from within its callbacks, with the ending that is the reason, or null. */
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Ending ending;

    Halt(Ending ending) {
        super(null, null, false, false);
        this.ending = ending;
    }

    Ending ending() {
        return ending;
    }
}
