package org.immunoedit.compile;

/**
 * How a program is carried out.
 *
 * @param operations after how many interpreted operations bytecode is made: 0 at once, {@code Long.MAX_VALUE} never
 */
record Execution(long operations) {
    /** Overhead of one evaluation, in operations. */
    static final int CALL = 10;
    /** Most operations of one kind of output for which bytecode is made; beyond, class files reach their limits. */
    static final int LONGEST_CODE = 1_000_000;
    /** Bytecode at once. */
    static final Execution COMPILED = new Execution(0);
    /** Never bytecode. */
    static final Execution INTERPRETED = new Execution(Long.MAX_VALUE);
    /** Bytecode when it pays. */
    static final Execution ADAPTIVE = new Execution(20_000_000);
}
