package org.immunoedit.compile;

/**
 * Interprets the tape of a plan.
 *
 * @param <O> where values go, as the plan has it
 */
final class TapeKernel<O> extends Kernel<O> {
    private final Tape tape;
    private final Outputs outputs;

    /** For any plan. */
    TapeKernel(Plan plan) {
        this(plan.tape(), plan.outputs());
    }

    private TapeKernel(Tape tape, Outputs outputs) {
        super(tape.registers());
        this.tape = tape;
        this.outputs = outputs;
    }

    @Override
    void evaluate(double t, double[] y, double[] slots, O out) {
        double[] registers = scratch();
        tape.run(t, y, slots, registers);
        int size = outputs.nodes().length;
        if (out instanceof double[][] rows) {
            for (int k = 0; k < size; k++) {
                rows[outputs.row(k)][outputs.column(k)] = registers[tape.result(k)];
            }
        } else {
            double[] values = (double[]) out;
            for (int k = 0; k < size; k++) {
                values[outputs.column(k)] = registers[tape.result(k)];
            }
        }
    }
}
