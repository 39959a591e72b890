package org.immunoedit.analysis;

/**
 * A number read off a run. Quantities are counted from 0, in the order in which the run's {@code watched} columns give
 * them.
 */
public sealed interface Reading {
    /**
     * A quantity at an instant.
     *
     * @param quantity what is read
     */
    record Value(int quantity, Instant instant) implements Reading {}

    /**
     * The mean time from one local maximum of a quantity to the next (model time).
     *
     * @param quantity what rises and falls
     */
    record Period(int quantity) implements Reading {}

    /** An instant of a run. */
    sealed interface Instant {}

    /** The end of the run. */
    record End() implements Instant {}

    /**
     * A given time, after what happens there.
     *
     * @param time model time
     */
    record At(double time) implements Instant {}

    /** Where a quantity is largest. */
    record Largest(int quantity) implements Instant {}

    /** Where a quantity is smallest. */
    record Smallest(int quantity) implements Instant {}

    /** Where a quantity first becomes negative; one that is negative from the start has to recover before. */
    record FirstNegative(int quantity) implements Instant {}
}
