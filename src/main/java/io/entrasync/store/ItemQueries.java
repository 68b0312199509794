package io.entrasync.store;

import io.entrasync.model.Member;
import io.entrasync.model.MemberChange;
import io.entrasync.model.ObjectType;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.PlanItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the items of plans as the API shows them. */
public final class ItemQueries {
    private static final Listing ITEMS = new Listing("run/items", "id");
    private static final Listing MEMBERS = new Listing("run/item-members", "change, member_type, entra_id");

    private final Directory directory;

    public ItemQueries(Directory directory) {
        this.directory = directory;
    }

    /** Which items are wanted; null for any. */
    public record Filter(
            PlanItem.@Nullable Category category,
            @Nullable ObjectType objectType,
            PlanItem.@Nullable Outcome outcome) {}

    public Page<PlanItem> list(long run, Filter filter, PageRequest wanted) {
        Map<String, ?> values = values(run, filter);
        return directory.jdbi().withHandle(handle -> {
            Page<ItemRow> rows = ITEMS.read(handle, values, wanted, (rs, context) -> ItemRow.of(rs));
            return new Page<>(complete(handle, rows.items()), rows.page(), rows.size(), rows.total());
        });
    }

    /** The next items behind an id, in the order of their ids; empty behind the last. */
    public List<PlanItem> after(long run, Filter filter, String text, long id, int most) {
        return directory.jdbi().withHandle(handle -> {
            List<ItemRow> rows = handle.createQuery("select * from (" + Sql.text("run/items")
                            + ") l where id > :after order by id limit :limit")
                    .bindMap(values(run, filter))
                    .bind("pattern", Listing.pattern(text))
                    .bind("after", id)
                    .bind("limit", most)
                    .map((rs, context) -> ItemRow.of(rs))
                    .list();
            return complete(handle, rows);
        });
    }

    /** The next items behind an id that were applied between two moments, in whichever run. */
    public List<PlanItem> appliedAfter(Instant from, Instant until, long id, int most) {
        return directory.jdbi().withHandle(handle -> {
            List<ItemRow> rows = handle.createQuery(Sql.text("summary/changes"))
                    .bindMap(Map.of("category", "%", "from", from, "until", until, "after", id, "limit", most))
                    .map((rs, context) -> ItemRow.of(rs))
                    .list();
            return complete(handle, rows);
        });
    }

    /** Whether the run has an item of this id. */
    public boolean exists(long run, long item) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                                "select count(*) from plan_item where id = :item and run_id = :run")
                        .bind("item", item)
                        .bind("run", run)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Members that an item adds to or removes from its group; without a direction, both. */
    public Page<MemberChange> members(long item, MemberChange.@Nullable Direction direction, PageRequest wanted) {
        Map<String, ?> values = Map.of("id", item, "change", like(direction));
        return directory
                .jdbi()
                .withHandle(handle -> MEMBERS.read(
                        handle,
                        values,
                        wanted,
                        (rs, context) -> new MemberChange(
                                MemberChange.Direction.valueOf(rs.getString("change")),
                                Member.Type.valueOf(rs.getString("member_type")),
                                rs.getString("id"),
                                rs.getString("entra_id"),
                                rs.getString("primary_address"),
                                rs.getString("display_name"))));
    }

    private static List<PlanItem> complete(Handle handle, List<ItemRow> rows) {
        List<Long> ids = rows.stream().map(ItemRow::id).toList();
        Map<Long, List<AliasChange>> aliases = Details.read(handle, "run/item-aliases", ids, rs -> AliasChange.of(rs));
        Map<Long, List<PlanItem.Warning>> warnings = Details.read(
                handle,
                "run/item-warnings",
                ids,
                rs -> new PlanItem.Warning(rs.getString("code"), rs.getString("detail")));
        return rows.stream()
                .map(row ->
                        row.item(aliases.getOrDefault(row.id(), List.of()), warnings.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<String, ?> values(long run, Filter filter) {
        return Map.of(
                "run", run,
                "category", like(filter.category()),
                "objectType", like(filter.objectType()),
                "outcome", like(filter.outcome()));
    }

    private static String like(@Nullable Enum<?> wanted) {
        return wanted == null ? "%" : wanted.name();
    }
}
