package io.entrasync.store;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What an operator decides on a plan that waits: a review, or what the safeguards have held. */
public final class ApprovalStore {
    private static final Set<Run.Status> DONE = Set.of(Run.Status.HELD, Run.Status.PARTIAL);

    private final Directory directory;
    private final LeaseStore lease;
    private final SettingStore settings;
    private final AuditStore audit;
    private final Clock clock;

    public ApprovalStore(Directory directory, LeaseStore lease, SettingStore settings, AuditStore audit, Clock clock) {
        this.directory = directory;
        this.lease = lease;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A run with something to decide on. */
    record Waiting(
            Run.Status status,
            int held,
            @Nullable String hash,
            @Nullable Instant expiresAt) {}

    /**
     * Approves the selected items of a review, or exactly the held items of a run that is otherwise done. The run then
     * is RUNNING again, under a lease of this process; applying is the caller's.
     *
     * @param hash the plan's hash, as the run shows it
     * @throws ProblemException WRONG_STATE, PLAN_CHANGED, PLAN_EXPIRED, SETTINGS_CHANGED or RUN_IN_PROGRESS; then nothing has changed
     */
    public void approve(long run, String hash, String actor) {
        directory.jdbi().useTransaction(handle -> {
            Waiting waiting = require(handle, run);
            Instant now = clock.instant();
            requireSame(run, waiting, hash, now);
            settings.requireSame(handle, run);
            long token = lease.take(handle)
                    .orElseThrow(() ->
                            new ProblemException(ProblemCode.RUN_IN_PROGRESS, "Run " + run + " was not approved."));
            boolean review = waiting.status() == Run.Status.AWAITING_REVIEW;
            Map<String, ?> values = Map.of("run", run, "actor", actor, "now", now);
            update(handle, "approval/exempted", values);
            if (!review) {
                update(handle, "approval/held", values);
            }
            update(handle, "approval/unblocked", values);
            PlanStore.block(handle, run);
            update(handle, "approval/approved", values);
            Leftovers.resume(handle, run, token);
            PlanStore.supersede(handle, run);
            audit.add(handle, actor, review ? "REVIEW_APPROVED" : "HELD_APPROVED", "run " + run, hash);
        });
    }

    /**
     * Ends a run early. One at work stops at its next request or chunk, and what it has applied stays; a review is
     * dropped.
     *
     * @throws ProblemException WRONG_STATE
     */
    public void cancel(long run, String actor) {
        directory.jdbi().useTransaction(handle -> {
            int open =
                    handle.createUpdate(Sql.text("run/cancel")).bind("run", run).execute();
            if (open == 0) {
                throw new ProblemException(ProblemCode.WRONG_STATE, "Run " + run + " has ended.");
            }
            audit.add(handle, actor, "RUN_CANCELLED", "run " + run, null);
        });
    }

    private static void requireSame(long run, Waiting waiting, String hash, Instant now) {
        if (!hash.equals(waiting.hash())) {
            throw new ProblemException(
                    ProblemCode.PLAN_CHANGED, "The plan of run " + run + " has the hash " + waiting.hash() + ".");
        }
        if (waiting.expiresAt() != null && waiting.expiresAt().isBefore(now)) {
            throw new ProblemException(
                    ProblemCode.PLAN_EXPIRED, "It could be approved until " + waiting.expiresAt() + ".");
        }
    }

    /**
     * Rejects a review, or the held items of a run that is otherwise done; what they would have changed stays as it is.
     *
     * @throws ProblemException WRONG_STATE
     */
    public void reject(long run, String actor) {
        directory.jdbi().useTransaction(handle -> {
            boolean review = require(handle, run).status() == Run.Status.AWAITING_REVIEW;
            update(handle, "approval/rejected", Map.of("run", run, "review", review));
            if (review) {
                handle.execute(
                        "update sync_run set status = 'REJECTED', stage = 'DONE', expires_at = null where id = ?", run);
            } else {
                RunEnd.settle(handle, run);
            }
            audit.add(handle, actor, review ? "REVIEW_REJECTED" : "HELD_REJECTED", "run " + run, null);
        });
    }

    /** Within a transaction: makes sure that the run waits for a decision. */
    static Waiting require(Handle handle, long run) {
        Waiting waiting = handle.createQuery("select * from sync_run where id = ? for update")
                .bind(0, run)
                .map((rs, context) -> new Waiting(
                        Run.Status.valueOf(rs.getString("status")),
                        rs.getInt("held"),
                        rs.getString("plan_hash"),
                        RunQueries.nullableInstant(rs, "expires_at")))
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("no run " + run));
        boolean waits = waiting.status() == Run.Status.AWAITING_REVIEW
                || (DONE.contains(waiting.status()) && waiting.held() > 0);
        if (!waits) {
            ProblemCode code =
                    waiting.status() == Run.Status.EXPIRED ? ProblemCode.PLAN_EXPIRED : ProblemCode.WRONG_STATE;
            throw new ProblemException(
                    code, "Run " + run + " is " + waiting.status() + " and has nothing that waits for approval.");
        }
        return waiting;
    }

    private static void update(Handle handle, String sql, Map<String, ?> values) {
        handle.createUpdate(Sql.text(sql)).bindMap(values).execute();
    }
}
