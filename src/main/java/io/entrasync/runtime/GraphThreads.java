package io.entrasync.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that read from Graph side by side: their number is the most requests under way at once. What they cannot
 * take yet waits as lists of twenty ids; a queue that made the splitter wait instead would stall it, because the
 * splitter itself runs on these threads.
 */
final class GraphThreads {
    private GraphThreads() {}

    static ExecutorService start(int concurrency) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(concurrency, task -> {
            Thread thread = new Thread(task, "graph-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
