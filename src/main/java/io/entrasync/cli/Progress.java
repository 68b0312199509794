package io.entrasync.cli;

import io.entrasync.model.Run;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line on the terminal that says how far a run has come. */
final class Progress {
    private Progress() {}

    /** Does the work, and shows how far it is once a second if somebody looks on. */
    static Run during(Engine engine, Terminal terminal, boolean json, Supplier<Run> work) {
        if (json || !terminal.interactive()) {
            return work.get();
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(
                () -> engine.current().ifPresent(run -> show(terminal, line(run))), 1, 1, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            clock.shutdownNow();
            show(terminal, "");
        }
    }

    static String line(Run run) {
        Run.Progress progress = run.progress();
        String stage = run.stage().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s: %d users, %d groups, %d members, %d/%d applied"
                .formatted(
                        stage,
                        progress.users(),
                        progress.groups(),
                        progress.members(),
                        progress.applied(),
                        progress.total());
    }

    private static void show(Terminal terminal, String line) {
        terminal.err().printf("\r%-78s\r%s", "", line);
        terminal.err().flush();
    }
}
