package org.immunoedit.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Points on several threads, their results in plan order. Points go in bundles, so that handing over costs little; at
 * most so many bundles are under way, so that memory stays bounded however slow one point is.
 *
 * @param threads how many at once
 * @param bundle most points of a bundle
 * @param window most bundles under way
 */
public record Execution(int threads, int bundle, int window) {
    private static final int BUNDLES_PER_THREAD = 64;

    public Execution {
        if (threads < 1 || bundle < 1 || window < 1) {
            throw new IllegalArgumentException(threads + " threads, bundles of " + bundle + ", " + window + " at once");
        }
    }

    /** For results of a few hundred bytes per point. */
    public static Execution ofRows(int threads) {
        return new Execution(threads, 512, 4 * threads);
    }

    /** For results of any size per point. */
    public static Execution ofTrajectories(int threads) {
        return new Execution(threads, 1, 4 * threads);
    }

    /** Computes the results of some points, {@code from} inclusive, {@code to} exclusive, in their order. */
    @FunctionalInterface
    public interface Task<R> {
        /** The results; may throw {@link UncheckedIOException}. */
        R run(long from, long to);
    }

    /** Takes results in plan order, in the calling thread. */
    @FunctionalInterface
    public interface Sink<R> {
        /**
         * The results of the next points.
         *
         * @param done the point behind the last of them
         */
        void take(R results, long done) throws IOException;
    }

    /**
     * Runs all points.
     *
     * @throws IOException from the sink or from a task, after which no further bundle is started
     */
    public <R> void run(long from, long to, Task<R> task, Sink<R> sink) throws IOException {
        int size = (int) Math.max(1, Math.min(bundle, (to - from) / ((long) BUNDLES_PER_THREAD * threads)));
        Deque<Future<R>> underway = new ArrayDeque<>();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            long next = from;
            long done = from;
            while (done < to) {
                while (next < to && underway.size() < window) {
                    long start = next;
                    long end = Math.min(to, start + size);
                    underway.add(executor.submit(() -> task.run(start, end)));
                    next = end;
                }
                R results = result(underway.remove());
                done = Math.min(to, done + size);
                sink.take(results, done);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
