package org.immunoedit.compile;

/**
 * A schedule as a list of instructions on registers: register 0 holds the time, then come the given values that are
 * used, then one register per operation. Immutable.
 */
final class Tape {
    private final Operation[] operations;
    private final int[] operands;
    private final int[] states;
    private final int[] slots;
    private final int[] results;
    private final double[] initial;

    /**
     * A tape.
     *
     * @param operands target and up to two sources per instruction; a choice goes on at the second if the first is 0
     * @param loads pairs of register and index of the states, then of the slots, that are used
     * @param initial registers before the first evaluation, with all constants
     */
    Tape(Operation[] operations, int[] operands, int[][] loads, int[] results, double[] initial) {
        this.operations = operations;
        this.operands = operands;
        this.states = loads[0];
        this.slots = loads[1];
        this.results = results;
        this.initial = initial;
    }

    /** Registers to run on. */
    double[] registers() {
        return initial.clone();
    }

    /** The register that holds root k after a run. */
    int result(int k) {
        return results[k];
    }

    /** Computes all roots. */
    void run(double t, double[] y, double[] given, double[] registers) {
        registers[0] = t;
        load(states, y, registers);
        load(slots, given, registers);
        int at = 0;
        while (at < operations.length) {
            Operation operation = operations[at];
            int target = operands[3 * at];
            int a = operands[3 * at + 1];
            int b = operands[3 * at + 2];
            at++;
            switch (operation) {
                case MOVE -> registers[target] = registers[a];
                case JUMP -> at = b;
                case CHOICE -> at = registers[a] != 0 ? at : b;
                default -> registers[target] = operation.apply(registers[a], registers[b]);
            }
        }
    }

    private static void load(int[] pairs, double[] from, double[] registers) {
        for (int k = 0; k < pairs.length; k += 2) {
            registers[pairs[k]] = from[pairs[k + 1]];
        }
    }
}
