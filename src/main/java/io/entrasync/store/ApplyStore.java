package io.entrasync.store;

import io.entrasync.apply.Chunk;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a plan in chunks. A chunk is one transaction that also writes its items' outcomes: a crash at any point loses
 * no item and applies none twice.
 */
public final class ApplyStore {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyStore.class);
    private static final int CHUNK = 500;
    private static final int TRIES = 5;

    /** What a chunk does, in this order: everything given up before anything is taken, members last. */
    private static final List<String> STEPS = List.of(
            "address-drop",
            "member-remember",
            "account-leave",
            "group-leave",
            "group-empty",
            "account-remember",
            "account-delete",
            "group-remember",
            "group-delete",
            "account-add",
            "account-restore",
            "account-forget",
            "account-update",
            "group-add",
            "group-restore",
            "group-forget",
            "group-update",
            "address-add-accounts",
            "address-add-groups",
            "member-drop-accounts",
            "member-drop-groups",
            "member-add-accounts",
            "member-add-groups",
            "member-join-accounts",
            "member-join-groups",
            "member-return-accounts",
            "member-return-groups",
            "exempt-undone");

    /** From so many items on, a run of which more than this share fails is stopped. */
    private static final int LEAST_DONE = 50;

    private static final int TOLERATED_PERCENT = 40;

    private final Directory directory;
    private final Clock clock;

    public ApplyStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The next items to apply together: connected ones first, whatever their number, then the others in the order of
     * the plan.
     *
     * @param lease fencing token of the lease under which the run works
     * @return null when nothing is left
     */
    public @Nullable Chunk next(long run, long lease) {
        return directory.jdbi().withHandle(handle -> {
            Chunk connected = handle.createQuery(Sql.text("apply/next-component"))
                    .bind("run", run)
                    .map((rs, context) -> new Chunk(
                            run, lease, rs.getLong("first_id"), rs.getLong("last_id"), rs.getLong("component")))
                    .findOne()
                    .orElse(null);
            return connected != null ? connected : nextSingles(handle, run, lease);
        });
    }

    private static @Nullable Chunk nextSingles(Handle handle, long run, long lease) {
        Chunk chunk = handle.createQuery(Sql.text("apply/next-chunk"))
                .bind("run", run)
                .bind("limit", CHUNK)
                .map((rs, context) -> new Chunk(run, lease, rs.getLong("first_id"), rs.getLong("last_id"), -run))
                .one();
        return chunk.first() == 0 ? null : chunk;
    }

    /**
     * Applies a chunk. A bad item is found by halving, is FAILED with its cause, and stops nobody else.
     *
     * @throws LeaseLostException if another process has taken the lease over
     * @throws ProblemException TOO_MANY_FAILURES; what was applied before stays
     */
    public void apply(Chunk chunk) {
        RuntimeException problem = attempt(chunk);
        if (problem == null) {
            return;
        }
        if (chunk.isAtomic()) {
            fail(chunk, problem);
            return;
        }
        apply(chunk.firstHalf());
        apply(chunk.secondHalf());
    }

    /** Returns what the items themselves caused; anything else is thrown. */
    private @Nullable RuntimeException attempt(Chunk chunk) {
        for (int attempt = 1; ; attempt++) {
            try {
                directory.jdbi().useTransaction(handle -> write(handle, chunk));
                return null;
            } catch (JdbiException e) {
                String state = SqlFailure.state(e);
                if (state.startsWith("40") && attempt < TRIES) {
                    LOG.debug("Chunk {} is tried again after SQL state {}", chunk, state);
                } else if (state.startsWith("22") || state.startsWith("23")) {
                    return e;
                } else {
                    throw e;
                }
            }
        }
    }

    private void write(Handle handle, Chunk chunk) {
        Map<String, Object> parameters = parameters(chunk);
        directory.dialect().planForValues(handle);
        fence(handle, parameters);
        int done = execute(handle, "apply/stale", parameters);
        if (done > 0 && chunk.component() > 0) {
            for (int blocked = 1; blocked > 0; done += blocked) {
                // each pass finds those who wait for the ones found before
                blocked = execute(handle, "plan/blocked", parameters);
            }
        }
        STEPS.forEach(step -> execute(handle, "apply/" + step, parameters));
        done += execute(handle, "apply/outcomes", parameters);
        progress(handle, parameters, done, 0);
    }

    private static void fence(Handle handle, Map<String, Object> parameters) {
        if (execute(handle, "apply/fence", parameters) == 0) {
            throw new LeaseLostException();
        }
    }

    private static void progress(Handle handle, Map<String, Object> parameters, int done, int failed) {
        parameters.put("done", done);
        parameters.put("failed", failed);
        execute(handle, "apply/progress", parameters);
    }

    private void fail(Chunk chunk, RuntimeException problem) {
        Map<String, Object> parameters = parameters(chunk);
        parameters.put("error", SqlFailure.cause(problem));
        directory.jdbi().useTransaction(handle -> {
            fence(handle, parameters);
            int failed = execute(handle, "apply/failed", parameters);
            progress(handle, parameters, failed, failed);
        });
        requireFewFailures(chunk.run());
    }

    private void requireFewFailures(long run) {
        String failures = directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("apply/failures"))
                .bindMap(Map.of("run", run, "least", LEAST_DONE, "percent", TOLERATED_PERCENT))
                .mapTo(String.class)
                .findOne()
                .orElse(null));
        if (failures != null) {
            throw new ProblemException(ProblemCode.TOO_MANY_FAILURES, failures);
        }
    }

    private Map<String, Object> parameters(Chunk chunk) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", chunk.run());
        parameters.put("token", chunk.lease());
        parameters.put("from", chunk.first());
        parameters.put("to", chunk.last());
        parameters.put("component", chunk.component());
        parameters.put("now", clock.instant());
        return parameters;
    }

    private static int execute(Handle handle, String sql, Map<String, Object> parameters) {
        return handle.createUpdate(Sql.text(sql)).bindMap(parameters).execute();
    }
}
