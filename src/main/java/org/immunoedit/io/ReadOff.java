package org.immunoedit.io;

import org.immunoedit.expr.Formula;

/** What a claim reads off a run, as written: {@code T@max(T)}, {@code time@(T < 1)}, {@code period(T)}. */
public sealed interface ReadOff {
    /** A formula at an instant. */
    record Value(Formula what, Where where) implements ReadOff {}

    /** The mean time from one local maximum of a formula to the next. */
    record Period(Formula of) implements ReadOff {}

    /** An instant of a run. */
    sealed interface Where {}

    /** The end of the run. */
    record End() implements Where {}

    /**
     * A given time.
     *
     * @param time model time
     */
    record At(double time) implements Where {}

    /** Where a formula is largest. */
    record Largest(Formula of) implements Where {}

    /** Where a formula is smallest. */
    record Smallest(Formula of) implements Where {}

    /** Where a comparison first becomes true: where a margin becomes negative. */
    record First(Formula margin) implements Where {}
}
