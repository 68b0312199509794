package io.entrasync.store;

import io.entrasync.model.ObjectType;
import io.entrasync.model.PlanItem;
import io.entrasync.model.PlanItem.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A row of {@code plan_item}.
 *
 * @param item without aliases and warnings
 */
record ItemRow(long id, PlanItem item) {
    /** Attribute as the API names it, and how its columns end. */
    private record Attribute(String name, String column) {}

    private static final List<Attribute> ATTRIBUTES = List.of(
            new Attribute("primaryAddress", "primary"),
            new Attribute("displayName", "display_name"),
            new Attribute("givenName", "given_name"),
            new Attribute("surname", "surname"),
            new Attribute("mobilePhone", "mobile_phone"),
            new Attribute("department", "department"),
            new Attribute("preferredLanguage", "preferred_language"),
            new Attribute("status", "status"),
            new Attribute("kind", "kind"));

    static ItemRow of(ResultSet rs) throws SQLException {
        boolean selected = rs.getBoolean("selected");
        PlanItem.Category category = PlanItem.Category.valueOf(rs.getString("category"));
        PlanItem item = new PlanItem(
                rs.getString("id"),
                category,
                ObjectType.valueOf(rs.getString("object_type")),
                rs.getString("entra_id"),
                rs.getString("address"),
                rs.getString("display_name"),
                changes(rs, category),
                new PlanItem.MemberChanges(rs.getInt("members_added"), rs.getInt("members_removed")),
                rs.getString("reason"),
                rs.getString("evidence"),
                rs.getBoolean("mail_flow_after"),
                List.of(),
                selected,
                selected ? PlanItem.Outcome.valueOf(rs.getString("outcome")) : PlanItem.Outcome.DESELECTED,
                rs.getString("error"));
        return new ItemRow(rs.getLong("id"), item);
    }

    private static List<Change> changes(ResultSet rs, PlanItem.Category category) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (Attribute attribute : ATTRIBUTES) {
            String before = rs.getString("old_" + attribute.column());
            String after = rs.getString("new_" + attribute.column());
            if (!Objects.equals(before, after)) {
                changes.add(new Change(attribute.name(), before, after));
            }
        }
        String role = rs.getString("role");
        if (category == PlanItem.Category.ADD && role != null) {
            changes.add(new Change("role", null, role));
        }
        return changes;
    }

    /** The item with the aliases among its changes, after the primary address. */
    PlanItem item(List<AliasChange> aliases, List<PlanItem.Warning> warnings) {
        List<String> before = AliasChange.before(aliases);
        List<String> after = AliasChange.after(aliases);
        if (before.equals(after)) {
            return item.with(item.changes(), warnings);
        }
        List<Change> changes = new ArrayList<>(item.changes());
        boolean hasPrimary = !changes.isEmpty() && changes.get(0).attribute().equals("primaryAddress");
        changes.add(hasPrimary ? 1 : 0, new Change("aliases", before, after));
        return item.with(changes, warnings);
    }
}
