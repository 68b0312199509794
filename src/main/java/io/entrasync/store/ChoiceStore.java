package io.entrasync.store;

import io.entrasync.model.ItemChoice;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what an operator decides on single items of a plan that waits, or on a whole category. */
public final class ChoiceStore {
    private final Directory directory;
    private final AuditStore audit;
    private final Clock clock;

    public ChoiceStore(Directory directory, AuditStore audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Selects, deselects or exempts; the plan's hash changes with it. An exemption lasts, a selection is this plan's.
     *
     * @return how many items were chosen; those that are decided already do not count
     * @throws io.entrasync.model.ProblemException WRONG_STATE or PLAN_EXPIRED
     */
    public int choose(long run, ItemChoice choice, String actor) {
        return directory.jdbi().inTransaction(handle -> {
            ApprovalStore.require(handle, run);
            Map<String, Object> values = new HashMap<>(Map.of("run", run, "now", clock.instant(), "actor", actor));
            int chosen = decide(handle, run, choice, values);
            PlanStore.hash(handle, run);
            audit.add(handle, actor, action(choice), "run " + run, chosen + " items");
            return chosen;
        });
    }

    private static int decide(Handle handle, long run, ItemChoice choice, Map<String, Object> values) {
        if (choice.selected() != null) {
            values.put("selected", choice.selected());
            return update(handle, "approval/select", choice, values);
        }
        if (choice.leaveToNextRun() != null) {
            values.put("leaves", choice.leaveToNextRun());
            return update(handle, "approval/leave", choice, values);
        }
        values.put("reason", String.valueOf(choice.exemptReason()));
        int chosen = update(handle, "approval/exempt", choice, values);
        handle.createUpdate(Sql.text("approval/exempted")).bind("run", run).execute();
        RunEnd.settle(handle, run);
        return chosen;
    }

    private static String action(ItemChoice choice) {
        if (choice.exemptReason() != null) {
            return "ITEMS_EXEMPTED";
        }
        if (choice.leaveToNextRun() != null) {
            return choice.leaveToNextRun() ? "ITEMS_LEFT_TO_NEXT_RUN" : "ITEMS_EXEMPT_ONCE_UNDONE";
        }
        return Boolean.TRUE.equals(choice.selected()) ? "ITEMS_SELECTED" : "ITEMS_DESELECTED";
    }

    private static int update(Handle handle, String sql, ItemChoice choice, Map<String, ?> values) {
        PreparedBatch batch = handle.prepareBatch(Sql.text(sql));
        if (choice.category() != null) {
            batch.bindMap(values)
                    .bind("from", 0L)
                    .bind("to", Long.MAX_VALUE)
                    .bind("category", choice.category().name())
                    .add();
        }
        for (long id : choice.items()) {
            batch.bindMap(values)
                    .bind("from", id)
                    .bind("to", id)
                    .bind("category", "%")
                    .add();
        }
        int updated = 0;
        for (int rows : batch.size() == 0 ? new int[0] : batch.execute()) {
            updated += rows;
        }
        return updated;
    }
}
