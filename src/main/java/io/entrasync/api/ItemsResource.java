package io.entrasync.api;

import io.entrasync.export.ItemsCsv;
import io.entrasync.model.MemberChange;
import io.entrasync.model.ObjectType;
import io.entrasync.model.PlanItem;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.RunQueries;
import org.jspecify.annotations.Nullable;

/** {@code /api/runs/{id}/items}: the plan of a run. */
public final class ItemsResource {
    private static final String CSV = "text/csv";
    private static final int EXPORT_PAGE = 500;

    private final RunQueries runs;
    private final ItemQueries items;

    public ItemsResource(RunQueries runs, ItemQueries items) {
        this.runs = runs;
        this.items = items;
    }

    /** The filter of a list, as it was asked for. */
    public ItemQueries.Filter filter(@Nullable String category, @Nullable String objectType, @Nullable String outcome) {
        return new ItemQueries.Filter(
                Parameters.choice("category", PlanItem.Category.class, category),
                Parameters.choice("objectType", ObjectType.class, objectType),
                Parameters.choice("outcome", PlanItem.Outcome.class, outcome));
    }

    public Reply list(
            String run, ItemQueries.Filter filter, @Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(items.list(runId(run), filter, Parameters.page(page, size, q)));
    }

    /** Whether the accepted content types name CSV and do not rather have JSON. */
    public boolean wantsCsv(@Nullable String accept) {
        return Accepted.weight(accept, CSV) > Accepted.weight(accept, "application/json");
    }

    /** All items that match, as CSV. */
    public Reply export(String run, ItemQueries.Filter filter, @Nullable String q) {
        long id = runId(run);
        String text = q == null ? "" : q.strip();
        return Reply.csv(
                "entra-sync-run-%d.csv".formatted(id),
                ItemsCsv.of(last -> items.after(id, filter, text, last, EXPORT_PAGE)));
    }

    /** Members that an item adds to or removes from its group. */
    public Reply members(
            String run, String item, @Nullable String change, @Nullable String page, @Nullable String size) {
        long id = Parameters.id("item", item);
        if (!items.exists(runId(run), id)) {
            throw ApiException.notFound("item", item);
        }
        MemberChange.Direction direction = Parameters.choice("change", MemberChange.Direction.class, change);
        return Reply.ok(items.members(id, direction, Parameters.page(page, size, null)));
    }

    private long runId(String text) {
        long id = Parameters.id("run", text);
        if (!runs.exists(id)) {
            throw ApiException.notFound("run", text);
        }
        return id;
    }
}
