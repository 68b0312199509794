package io.entrasync.store;

import io.entrasync.apply.Chunk;
import java.sql.SQLException;
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
            "account-leave",
            "group-leave",
            "group-empty",
            "account-remember",
            "account-delete",
            "group-delete",
            "account-add",
            "account-restore",
            "account-forget",
            "account-update",
            "group-add",
            "group-update",
            "address-add-accounts",
            "address-add-groups",
            "member-drop-accounts",
            "member-drop-groups",
            "member-add-accounts",
            "member-add-groups",
            "member-join-accounts",
            "member-join-groups",
            "outcomes",
            "progress");

    private final Directory directory;
    private final RunStore runs;
    private final Clock clock;

    public ApplyStore(Directory directory, RunStore runs, Clock clock) {
        this.directory = directory;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * The next items to apply together: connected ones first, whatever their number, then the others in the order of
     * the plan.
     *
     * @return null when nothing is left
     */
    public @Nullable Chunk next(long run) {
        return directory.jdbi().withHandle(handle -> {
            Chunk connected = handle.createQuery(Sql.text("apply/next-component"))
                    .bind("run", run)
                    .map((rs, context) ->
                            new Chunk(run, rs.getLong("first_id"), rs.getLong("last_id"), rs.getLong("component")))
                    .findOne()
                    .orElse(null);
            return connected != null ? connected : nextSingles(handle, run);
        });
    }

    private static @Nullable Chunk nextSingles(Handle handle, long run) {
        Chunk chunk = handle.createQuery(Sql.text("apply/next-chunk"))
                .bind("run", run)
                .bind("limit", CHUNK)
                .map((rs, context) -> new Chunk(run, rs.getLong("first_id"), rs.getLong("last_id"), -run))
                .one();
        return chunk.first() == 0 ? null : chunk;
    }

    /**
     * Applies a chunk. A bad item is found by halving, is FAILED with its cause, and stops nobody else.
     *
     * @throws LeaseLostException if another process has taken the lease over
     */
    public void apply(Chunk chunk) {
        apply(chunk, runs.token(chunk.run()));
    }

    private void apply(Chunk chunk, long token) {
        RuntimeException problem = attempt(chunk, token);
        if (problem == null) {
            return;
        }
        if (chunk.isAtomic()) {
            fail(chunk, problem);
            return;
        }
        apply(chunk.firstHalf(), token);
        apply(chunk.secondHalf(), token);
    }

    /** Returns what the items themselves caused; anything else is thrown. */
    private @Nullable RuntimeException attempt(Chunk chunk, long token) {
        for (int attempt = 1; ; attempt++) {
            try {
                directory.jdbi().useTransaction(handle -> write(handle, chunk, token));
                return null;
            } catch (JdbiException e) {
                String state = sqlState(e);
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

    private void write(Handle handle, Chunk chunk, long token) {
        Map<String, Object> parameters = parameters(chunk);
        parameters.put("token", token);
        directory.dialect().planForValues(handle);
        if (execute(handle, "apply/fence", parameters) == 0) {
            throw new LeaseLostException();
        }
        if (execute(handle, "apply/stale", parameters) > 0 && chunk.component() > 0) {
            while (execute(handle, "plan/blocked", parameters) > 0) {
                // Each pass finds those who wait for the ones found before.
            }
        }
        STEPS.forEach(step -> execute(handle, "apply/" + step, parameters));
    }

    private void fail(Chunk chunk, RuntimeException problem) {
        Map<String, Object> parameters = parameters(chunk);
        parameters.put("error", cause(problem));
        directory.jdbi().useTransaction(handle -> {
            execute(handle, "apply/failed", parameters);
            execute(handle, "apply/progress", parameters);
        });
    }

    private Map<String, Object> parameters(Chunk chunk) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", chunk.run());
        parameters.put("from", chunk.first());
        parameters.put("to", chunk.last());
        parameters.put("component", chunk.component());
        parameters.put("now", clock.instant());
        return parameters;
    }

    private static int execute(Handle handle, String sql, Map<String, Object> parameters) {
        return handle.createUpdate(Sql.text(sql)).bindMap(parameters).execute();
    }

    private static String sqlState(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static String cause(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.substring(0, Math.min(1_000, message.length()));
    }
}
