package org.immunoedit.compile;

/**
 * Computes all outputs of one kind. Its only memory is one array per thread, overwritten by each evaluation.
 *
 * @param <O> where values go: {@code double[]} or {@code double[][]}
 */
abstract class Kernel<O> {
    private final Scratch scratch;

    /** With a working array of this size for each thread. */
    Kernel(int size) {
        this(new double[size]);
    }

    /** With a working array for each thread that starts as a copy of the given one. */
    Kernel(double[] initial) {
        scratch = new Scratch(initial);
    }

    /** Writes the outputs for time {@code t}, states {@code y} and {@link Plan#slots(double[]) slots}. */
    abstract void evaluate(double t, double[] y, double[] slots, O out);

    /** The working array of this thread. */
    final double[] scratch() {
        return scratch.get();
    }

    private static final class Scratch extends ThreadLocal<double[]> {
        private final double[] initial;

        Scratch(double[] initial) {
            this.initial = initial;
        }

        @Override
        protected double[] initialValue() {
            return initial.clone();
        }
    }
}
