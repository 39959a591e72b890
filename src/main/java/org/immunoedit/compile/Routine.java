package org.immunoedit.compile;

/**
 * One kind of output of a program and the kernel that computes it at the moment. All kernels of a plan give the same
 * bits, so the exchange of one for another is invisible, whichever thread sees it when.
 *
 * @param <O> where values go, as the plan has it
 */
final class Routine<O> {
    private final Plan plan;
    private final double work;
    private volatile Kernel<O> kernel;

    /** With a kernel as the execution demands. */
    Routine(Plan plan, Execution execution) {
        this.plan = plan;
        work = plan.body().work();
        long evaluations = execution.evaluations(plan.body().operations());
        if (evaluations == 0) {
            kernel = KernelWriter.kernel(plan);
        } else {
            kernel = evaluations == Long.MAX_VALUE ? new TapeKernel<>(plan) : new Warming(evaluations);
        }
    }

    /** How it is computed. */
    Plan plan() {
        return plan;
    }

    /** What one evaluation costs, in additions. */
    double work() {
        return work;
    }

    /** Values that an evaluation needs for these parameters. */
    double[] slots(double[] parameters) {
        return plan.slots(parameters);
    }

    /** Place of a node of the graph among these values, −1 for one that is not there. */
    int slotOf(int node) {
        return plan.slotOf(node);
    }

    /**
     * What computes it now. Callers that matter evaluate it themselves: the JVM notes at each place in the code which
     * kernels it meets, and puts in line only where it meets one or two.
     */
    Kernel<O> kernel() {
        return kernel;
    }

    /** Whether it runs as bytecode by now. */
    boolean isCompiled() {
        return !(kernel instanceof Warming) && !(kernel instanceof TapeKernel);
    }

    private synchronized void compile() {
        if (!isCompiled()) {
            kernel = KernelWriter.kernel(plan);
        }
    }

    /** Interprets, and counts: a lost count between threads only delays the exchange. */
    private final class Warming extends Kernel<O> {
        private final Kernel<O> tape = new TapeKernel<>(plan);
        private long left;

        Warming(long calls) {
            super(0);
            left = calls;
        }

        @Override
        void evaluate(double t, double[] y, double[] slots, O out) {
            tape.evaluate(t, y, slots, out);
            if (--left < 0) {
                compile();
            }
        }
    }
}
