package org.immunoedit.ode;

/** An integration method: an immutable choice, shared by threads. */
public interface Method {
    /** Name as in {@code solver.method}. */
    String name();

    /** Memory for one run of a system with as many states as {@code tolerances} has. */
    Engine engine(Tolerances tolerances, Limits limits);
}
