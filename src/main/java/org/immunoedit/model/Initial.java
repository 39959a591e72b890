package org.immunoedit.model;

import org.immunoedit.expr.Formula;

/** Start of a state: numbers, or a formula of parameters (in its family's indices). */
public sealed interface Initial {
    /** One number, or a list for a family. */
    record Given(Values values) implements Initial {}

    /** Computed from parameters when the run starts. */
    record Computed(Formula formula) implements Initial {}
}
