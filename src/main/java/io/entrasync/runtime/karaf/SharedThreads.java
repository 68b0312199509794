package io.entrasync.runtime.karaf;

import com.azure.core.util.SharedExecutorService;
import reactor.core.scheduler.Schedulers;

/** Threads that libraries keep for the life of a process, which the bundle's life is shorter than. */
final class SharedThreads {
    private SharedThreads() {}

    /** Ends them; they come back when they are needed again. */
    static void end() {
        SharedExecutorService.getInstance().reset();
        Schedulers.shutdownNow();
    }
}
