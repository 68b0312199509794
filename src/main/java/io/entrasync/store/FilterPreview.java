package io.entrasync.store;

import io.entrasync.settings.AttributeFilter;
import io.entrasync.settings.Filters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Other filters on the copy of an image, as far as it tells: it keeps few attributes, and the members of groups that
 * were brought over. If one part of the filters cannot be told, all stay as they were read.
 */
record FilterPreview(Handle handle, long run, long image, Set<String> notes) {
    /** Attributes that the image keeps, by column. */
    private static final Map<String, String> KEPT = Map.of("department", "department", "displayName", "display_name");

    /** Undoes the decisions of the filters that were read with and notes what the others ask; false if they stay. */
    boolean prepare(Filters read, Filters wanted) {
        if (wanted.equals(read)) {
            return false;
        }
        boolean known = isKept("filter.include", read.include(), wanted.include())
                & isKept("filter.exclude", read.exclude(), wanted.exclude())
                & isFound(FilterGroup.Effect.INCLUDE, wanted.includeGroups())
                & isFound(FilterGroup.Effect.EXCLUDE, wanted.excludeGroups());
        if (!known) {
            return false;
        }
        execute("preview/users-unfiltered");
        execute("preview/groups-unfiltered");
        if (!wanted.exclude().equals(read.exclude())) {
            set("excluded_by = null");
            wanted.exclude().forEach(filter -> mark("excluded_by = coalesce(excluded_by, :entry)", filter));
        }
        if (!wanted.include().equals(read.include())) {
            set(wanted.include().isEmpty() ? "included = null" : "included = false");
            wanted.include().forEach(filter -> mark("included = true", filter));
        }
        return true;
    }

    private boolean isKept(String key, List<AttributeFilter> read, List<AttributeFilter> wanted) {
        List<String> missing = wanted.equals(read)
                ? List.of()
                : wanted.stream()
                        .map(AttributeFilter::attribute)
                        .filter(attribute -> !KEPT.containsKey(attribute))
                        .distinct()
                        .toList();
        if (!missing.isEmpty()) {
            cannot(key, "the last read did not keep " + String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    private boolean isFound(FilterGroup.Effect effect, List<String> names) {
        boolean found = true;
        for (String name : names) {
            found &= isFound(effect, name);
        }
        return found;
    }

    private boolean isFound(FilterGroup.Effect effect, String name) {
        List<String> ids = handle.createQuery(Sql.text("filters/find"))
                .bind("run", run)
                .bind("name", name)
                .mapTo(String.class)
                .list();
        String id = ids.stream().filter(name::equalsIgnoreCase).findFirst().orElse(ids.size() == 1 ? ids.get(0) : "");
        if (id.isEmpty()) {
            cannot(effect.key(), ids.size() + " groups have the object id or display name " + name);
            return false;
        }
        String sql = "insert into image_filter (generation, effect, entra_id, name) values (?, ?, ?, ?)";
        handle.execute(sql, run, effect.name(), id, name);
        boolean known = hasMembers(id);
        if (!known) {
            cannot(effect.key(), "the members of " + name + " have not been read");
        }
        return known;
    }

    /** Finds all members of a group; false if they are not known. */
    private boolean hasMembers(String id) {
        Map<String, ?> group = Map.of("run", run, "image", image, "group", id);
        if (update("preview/filter-again", group) > 0) {
            return true;
        }
        int found = 1;
        while (found > 0) {
            found = update("preview/filter-members", group);
        }
        return handle.createQuery(Sql.text("preview/filter-unread"))
                        .bindMap(group)
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }

    private void cannot(String key, String why) {
        notes.add(
                key + " could not be previewed, because " + why + "; all filters count as they did at the last read.");
    }

    private void set(String what) {
        handle.execute("update image_user set " + what + " where generation = ?", run);
    }

    private void mark(String what, AttributeFilter filter) {
        String column = KEPT.get(filter.attribute());
        handle.createUpdate("update image_user set %s where generation = :run and lower(trim(%s)) = lower(:value)"
                        .formatted(what, column))
                .bindMap(Map.of("run", run, "entry", filter.toString(), "value", filter.value()))
                .execute();
    }

    private void execute(String sql) {
        update(sql, Map.of("run", run));
    }

    private int update(String sql, Map<String, ?> values) {
        return handle.createUpdate(Sql.text(sql)).bindMap(values).execute();
    }
}
