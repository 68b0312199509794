package io.entrasync.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that read from Graph side by side. Who brings more work than they can take waits. */
final class GraphThreads {
    private GraphThreads() {}

    static ExecutorService start(int concurrency) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                concurrency,
                concurrency,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "graph-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                (task, pool) -> {
                    try {
                        pool.getQueue().put(task);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new RejectedExecutionException(e);
                    }
                });
    }
}
