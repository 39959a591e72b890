package org.immunoedit.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Independent tasks on several threads; what they return is handed on in the order of the tasks, as early as possible.
 */
final class InOrder {
    private InOrder() {}

    /**
     * Runs all tasks; one that throws does not keep the others from running.
     *
     * @param onFailure what stands for the result of a task that threw
     * @param results receives one result per task, in the calling thread
     */
    static <R> void run(List<Callable<R>> tasks, int threads, Failed<R> onFailure, Consumer<R> results) {
        List<FutureTask<R>> futures = tasks.stream().map(FutureTask::new).toList();
        int useful = Math.min(threads, tasks.size());
        if (useful <= 1) {
            for (int i = 0; i < futures.size(); i++) {
                futures.get(i).run();
                results.accept(result(i, futures.get(i), onFailure));
            }
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(useful);
        try {
            futures.forEach(executor::execute);
            for (int i = 0; i < futures.size(); i++) {
                results.accept(result(i, futures.get(i), onFailure));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R> R result(int task, Future<R> future, Failed<R> onFailure) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return onFailure.result(task, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return onFailure.result(task, e);
        }
    }

    /** Makes a result for a task that threw. */
    @FunctionalInterface
    interface Failed<R> {
        /** The result that stands for the task at this position. */
        R result(int task, Throwable failure);
    }
}
