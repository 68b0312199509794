package io.entrasync.store;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How runs end: by what is in the database, and by nothing that a process remembers. */
public final class RunEnd {
    private static final Duration REVIEW_TIME = Duration.ofHours(24);

    private final Directory directory;
    private final StoredProblems problems;
    private final LeaseStore lease;
    private final Clock clock;

    public RunEnd(Directory directory, StoredProblems problems, LeaseStore lease, Clock clock) {
        this.directory = directory;
        this.problems = problems;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Closes a run: its status follows from its row and its items' outcomes. A run that broke off without a recorded
     * problem gets one. When the service stops, a run that is not done is left for the next process to take over. A
     * process that has lost the lease leaves the run to whoever took it.
     *
     * @param token fencing token of the lease under which this process worked
     */
    public void close(long run, long token, boolean stopping) {
        directory.jdbi().useTransaction(handle -> {
            if (!lease.isCurrent(handle, token)) {
                return;
            }
            boolean brokenOff = handle.createUpdate(Sql.text("run/broken-off"))
                            .bind("run", run)
                            .bind(
                                    "problem",
                                    problems.write(
                                            Problem.of(ProblemCode.INTERNAL, "The run ended before it was done.")))
                            .execute()
                    > 0;
            if (stopping && (brokenOff || !isSealed(handle, run))) {
                handle.execute("update sync_run set problem = null where id = ?", run);
            } else {
                finish(handle, run);
            }
            lease.release(handle, token);
        });
    }

    private static boolean isSealed(Handle handle, long run) {
        return handle.createQuery("select count(*) from sync_run where id = ? and plan_hash is not null")
                        .bind(0, run)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private void finish(Handle handle, long run) {
        boolean approved = handle.createQuery("select count(*) from sync_run where id = ? and approved_at is not null")
                        .bind(0, run)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!approved) {
            handle.createUpdate(Sql.text("run/skipped-count")).bind("run", run).execute();
        }
        status(handle, run);
        if (!approved) {
            // what was approved later says nothing new about the connection
            handle.createUpdate(Sql.text("run/close-state")).bind("run", run).execute();
        }
    }

    private void status(Handle handle, long run) {
        Instant now = clock.instant();
        handle.createUpdate(Sql.text("run/close"))
                .bindMap(Map.of("run", run, "now", now, "reviewEnds", now.plus(REVIEW_TIME)))
                .execute();
    }

    /** Ends the reviews and the held items that nobody has approved in time. */
    public void expire() {
        Instant now = clock.instant();
        directory.jdbi().useTransaction(handle -> {
            handle.createUpdate(Sql.text("run/expire-reviews")).bind("now", now).execute();
            handle.createQuery(Sql.text("run/expired-holds"))
                    .bind("now", now)
                    .mapTo(Long.class)
                    .list()
                    .forEach(run -> {
                        handle.createUpdate(Sql.text("run/expire-holds"))
                                .bindMap(Map.of("run", run, "now", now))
                                .execute();
                        settle(handle, run);
                    });
        });
    }

    /** Within a transaction: gives a run that is done the status that its items' outcomes show now. */
    static void settle(Handle handle, long run) {
        handle.createUpdate(Sql.text("run/settle")).bind("run", run).execute();
    }
}
