package org.immunoedit.compile;

/**
 * How a program is carried out: bytecode is made for an output after about as much interpreted work as making it costs,
 * so the whole is at most about twice as long as with the better choice.
 *
 * @param operations how many interpreted operations go before bytecode; {@code Long.MAX_VALUE} for never
 * @param perOperation how many more for each operation of the output, since longer code costs more to make
 */
record Execution(long operations, long perOperation) {
    /** Overhead of one evaluation, in operations. */
    private static final int CALL = 10;
    /** Most operations of one output for which bytecode is made; beyond, class files reach their limits. */
    private static final int LONGEST_CODE = 1_000_000;
    /** Bytecode at once. */
    static final Execution COMPILED = new Execution(0, 0);
    /** Never bytecode. */
    static final Execution INTERPRETED = new Execution(Long.MAX_VALUE, 0);
    /**
     * Bytecode when it pays. Measured in fresh JVMs (JDK 17, no class-data archive): bytecode for the first small model
     * costs about 30 ms of CPU more than a tape, that of 64 clones 45 ms; an interpreted operation takes 3 to 10 ns.
     */
    static final Execution ADAPTIVE = new Execution(4_000_000, 4_000);

    /** After how many evaluations of an output with so many operations bytecode is made. */
    long evaluations(int size) {
        if (operations == Long.MAX_VALUE || size > LONGEST_CODE) {
            return Long.MAX_VALUE;
        }
        return (operations + perOperation * size) / (size + CALL);
    }
}
