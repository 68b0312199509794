package io.entrasync.store;

import io.entrasync.explain.Rehearsed;
import io.entrasync.model.PageRequest;
import io.entrasync.model.PlanItem;
import io.entrasync.model.ScopeReason;
import org.jspecify.annotations.Nullable;

/** Reads what a rehearsed plan has for its object. */
final class RehearsalResult {
    private RehearsalResult() {}

    static PlanItem.@Nullable Category withheld(Directory stage, long run, String id) {
        return stage.jdbi().withHandle(handle -> handle.createQuery(
                        "select category from plan_item where run_id = ? and entra_id = ? and outcome = 'WITHHELD'")
                .bind(0, run)
                .bind(1, id)
                .mapTo(PlanItem.Category.class)
                .findOne()
                .orElse(null));
    }

    static Rehearsed read(Directory stage, long run, Rehearsal.Subject subject, PlanItem.@Nullable Category withheld) {
        ItemQueries.Filter any = new ItemQueries.Filter(null, null, null);
        PlanItem item = new ItemQueries(stage)
                .list(run, any, new PageRequest(0, Integer.MAX_VALUE, "")).items().stream()
                        .filter(found -> found.entraId().equals(subject.id()))
                        .findFirst()
                        .orElse(null);
        boolean user = subject.user() != null;
        return stage.jdbi().withHandle(handle -> handle.createQuery(
                        Sql.text(user ? "explain/user-decision" : "explain/group-decision"))
                .bind("run", run)
                .bind("id", subject.id())
                .map((rs, context) -> new Rehearsed(
                        reason(rs.getString("reason")),
                        rs.getString("detail"),
                        rs.getBoolean("functional"),
                        item,
                        withheld))
                .findOne()
                .orElse(new Rehearsed(null, null, false, item, withheld)));
    }

    private static @Nullable ScopeReason reason(@Nullable String name) {
        return name == null ? null : ScopeReason.valueOf(name);
    }
}
