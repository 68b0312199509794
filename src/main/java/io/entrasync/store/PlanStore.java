package io.entrasync.store;

import io.entrasync.plan.Components;
import io.entrasync.plan.PlanHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Compares image and directory into a plan. Each step is one statement over all objects; no list of the tenant is ever
 * in memory. The order of the steps stands in the route {@code plan}.
 */
public final class PlanStore {
    /** For how long a deleted account can come back as it was. */
    private static final Duration RESTORABLE = Duration.ofDays(30);

    private static final List<String> TABLES = List.of("plan_item", "plan_address", "plan_member");
    private static final List<String> DIRECTORY = List.of("account", "mail_group", "address", "group_member");
    private static final List<String> SETTLE = List.of(
            "conflict-blocked",
            "conflict-user",
            "conflict-group",
            "conflict-claims",
            "conflict-drop",
            "fallback-claim",
            "fallback-item");

    private final Directory directory;
    private final LeaseStore lease;
    private final Clock clock;

    public PlanStore(Directory directory, LeaseStore lease, Clock clock) {
        this.directory = directory;
        this.lease = lease;
        this.clock = clock;
    }

    /** Drops what an earlier attempt left, so that the stage can be repeated. */
    public void clear(long run) {
        directory.jdbi().useTransaction(handle -> {
            handle.execute(
                    "delete from plan_warning where item_id in (select id from plan_item where run_id = ?)", run);
            for (String table : List.of("plan_address", "plan_member", "plan_item", "plan_candidate", "run_count")) {
                handle.execute("delete from " + table + " where run_id = ?", run);
            }
        });
    }

    /** Runs {@code sql/plan/<name>.sql}. */
    public void step(long run, String name) {
        directory.jdbi().useHandle(handle -> execute(handle, run, name));
    }

    /** Plans the reverse of what another run applied, and marks what has changed since. */
    public void undo(long run) {
        directory.jdbi().useTransaction(handle -> {
            for (String sql : List.of("undo/items", "undo/addresses", "undo/members", "undo/stale")) {
                handle.createUpdate(Sql.text(sql)).bind("run", run).execute();
            }
        });
    }

    /** Lets the database know the size of what was just planned. */
    public void analyze() {
        directory.jdbi().useHandle(handle -> {
            directory.dialect().analyze(handle, TABLES);
            directory.dialect().analyze(handle, DIRECTORY);
        });
    }

    /**
     * Takes each contested address from all claims but one. Whoever loses a primary falls back to the one it has or
     * drops out, which can decide other claims; so it goes on until nothing changes.
     */
    public void settleAddresses(long run) {
        directory.jdbi().useTransaction(handle -> {
            while (execute(handle, run, "claim-fixed") + execute(handle, run, "claim-rival") > 0) {
                SETTLE.forEach(step -> execute(handle, run, step));
            }
        });
    }

    /** Marks the items of which one gives an address that another takes: they are applied together or not at all. */
    public void connect(long run) {
        directory.jdbi().useTransaction(handle -> {
            Components components = new Components();
            handle.createQuery(Sql.text("plan/connected"))
                    .bind("run", run)
                    .map((rs, context) -> new long[] {rs.getLong("giver"), rs.getLong("taker")})
                    .forEach(edge -> components.connect(edge[0], edge[1]));
            PreparedBatch batch = handle.prepareBatch(Sql.text("plan/component"));
            components.forEach((item, component) ->
                    batch.bind("item", item).bind("component", component).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** Marks who waits for a change that is not applied, and who waits for those. */
    public void block(long run) {
        directory.jdbi().useTransaction(handle -> block(handle, run));
    }

    /** Within a transaction: the same. */
    static void block(Handle handle, long run) {
        int blocked = 1;
        while (blocked > 0) {
            // each pass finds those who wait for the ones found before
            blocked = handle.createUpdate(Sql.text("plan/blocked"))
                    .bindMap(Map.of("run", run, "component", 0L))
                    .execute();
        }
    }

    /**
     * Counts the items and seals the plan with its hash: the sign that planning is done. What earlier runs held is
     * held by this one now, or no more.
     *
     * @param token fencing token of the lease under which the run works
     * @throws LeaseLostException if another process has taken the lease over
     */
    public void seal(long run, long token) {
        directory.jdbi().useTransaction(handle -> {
            if (!lease.isCurrent(handle, token)) {
                throw new LeaseLostException();
            }
            execute(handle, run, "total");
            hash(handle, run);
            supersede(handle, run);
            handle.createUpdate(Sql.text("plan/removed-domain-seen"))
                    .bind("run", run)
                    .execute();
        });
    }

    /** Within a transaction: keeps the hash over the items and the selection. */
    static void hash(Handle handle, long run) {
        PlanHash hash = new PlanHash();
        handle.createQuery(Sql.text("plan/sealed"))
                .bind("run", run)
                .setFetchSize(1_000)
                .map((rs, context) ->
                        List.of(rs.getString("item"), String.valueOf(rs.getString("content")), rs.getString("choice")))
                .forEach(hash::add);
        handle.execute("update sync_run set plan_hash = ? where id = ?", hash.value(), run);
    }

    /** Within a transaction: what earlier runs held and this one plans anew, or had no cause to, is theirs no more. */
    static void supersede(Handle handle, long run) {
        List<Long> earlier = handle.createQuery("select id from sync_run where held > 0 and id < ?")
                .bind(0, run)
                .mapTo(Long.class)
                .list();
        for (long id : earlier) {
            handle.createUpdate(Sql.text("plan/supersede"))
                    .bindMap(Map.of("run", run, "earlier", id))
                    .execute();
            RunEnd.settle(handle, id);
        }
    }

    private int execute(Handle handle, long run, String name) {
        Instant now = clock.instant();
        return handle.createUpdate(Sql.text("plan/" + name))
                .bind("run", run)
                .bind("restorable", now.minus(RESTORABLE))
                .bind("dayAgo", now.minus(Duration.ofDays(1)))
                .bind("now", now)
                .execute();
    }
}
