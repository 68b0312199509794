package io.entrasync.store;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks after runs whose process is gone. */
public final class Leftovers {
    private final Directory directory;
    private final LeaseStore lease;
    private final StoredProblems problems;
    private final Clock clock;

    public Leftovers(Directory directory, LeaseStore lease, StoredProblems problems, Clock clock) {
        this.directory = directory;
        this.lease = lease;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Takes over a run that a dead process was applying; closes one that it was reading or planning, which the schedule
     * starts anew. Nothing happens while the process may be alive.
     *
     * @return the id of a run whose plan is to be applied further; null for none
     */
    public @Nullable Long takeOver() {
        return directory.jdbi().inTransaction(handle -> {
            OptionalLong token = isAnyRunning(handle) ? lease.take(handle) : OptionalLong.empty();
            if (token.isEmpty()) {
                return null;
            }
            Optional<Long> unfinished = unfinished(handle);
            if (unfinished.isPresent()) {
                resume(handle, unfinished.get(), token.getAsLong());
                return unfinished.get();
            }
            abandon(handle);
            lease.release(handle, token.getAsLong());
            return null;
        });
    }

    /** Within a transaction: lets a run go on under a lease that was taken for it. */
    static void resume(Handle handle, long run, long token) {
        handle.createUpdate(Sql.text("run/resume"))
                .bind("run", run)
                .bind("lease", token)
                .execute();
    }

    /** Within a transaction: whether a plan is applied in part, so that its rest goes before anything else. */
    boolean isUnfinished(Handle handle) {
        return unfinished(handle).isPresent();
    }

    /** Within a transaction, with the lease taken: closes what a dead process was reading or planning. */
    void abandon(Handle handle) {
        handle.createUpdate(Sql.text("run/abandon"))
                .bind("now", clock.instant())
                .bind("problem", problems.write(Problem.of(ProblemCode.INTERNAL, "The process ended while it ran.")))
                .execute();
    }

    private static boolean isAnyRunning(Handle handle) {
        return handle.createQuery("select count(*) from sync_run where status = 'RUNNING'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Optional<Long> unfinished(Handle handle) {
        return handle.createQuery(Sql.text("run/unfinished")).mapTo(Long.class).findOne();
    }
}
