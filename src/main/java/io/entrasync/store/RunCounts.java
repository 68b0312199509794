package io.entrasync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The numbers of a run, counted from its items' outcomes.
 *
 * @param byMeasure by measure such as {@code applied}, category, and {@code users} or {@code groups}
 * @param skipped objects that were not brought over, by reason
 */
record RunCounts(Map<String, Map<String, Map<String, Integer>>> byMeasure, Map<String, Integer> skipped) {
    private static final List<String> MEASURES =
            List.of("planned", "applied", "failed", "held", "stale", "blocked", "deselected", "withheld");
    private static final List<String> CATEGORIES = List.of("ADD", "UPDATE", "DISABLE", "DELETE");

    private record Count(String measure, String objectType, String name, int n) {}

    static RunCounts read(Handle handle, long run) {
        RunCounts counts = new RunCounts(new TreeMap<>(), new TreeMap<>());
        MEASURES.forEach(measure -> counts.byMeasure().put(measure, none()));
        handle.createQuery(Sql.text("run/counts"))
                .bind("run", run)
                .map((row, context) -> new Count(
                        row.getString("measure"), row.getString("object_type"), row.getString("name"), row.getInt("n")))
                .forEach(counts::add);
        return counts;
    }

    private void add(Count count) {
        if (count.measure().equals("skipped")) {
            skipped.merge(count.name(), count.n(), Integer::sum);
            return;
        }
        byMeasure
                .computeIfAbsent(count.measure(), other -> none())
                .computeIfAbsent(count.name(), other -> new TreeMap<>())
                .merge(count.objectType().equals("USER") ? "users" : "groups", count.n(), Integer::sum);
    }

    private static Map<String, Map<String, Integer>> none() {
        Map<String, Map<String, Integer>> none = new TreeMap<>();
        CATEGORIES.forEach(category -> none.put(category, new TreeMap<>(Map.of("users", 0, "groups", 0))));
        return none;
    }

    /** How many items there are, by category and object type. */
    Map<String, Map<String, Integer>> planned() {
        return byMeasure.getOrDefault("planned", none());
    }

    /** How many items wait for approval. */
    int held() {
        return byMeasure.getOrDefault("held", Map.of()).values().stream()
                .flatMap(byType -> byType.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** All numbers as the API shows them, together with those in the run's row. */
    Map<String, Object> with(ResultSet rs) throws SQLException {
        Map<String, Object> all = new TreeMap<>(byMeasure);
        MEASURES.forEach(measure -> all.putIfAbsent(measure, none()));
        all.keySet().retainAll(MEASURES);
        all.put("skipped", skipped);
        all.put(
                "read",
                new TreeMap<>(Map.of(
                        "users", rs.getInt("users_read"),
                        "groups", rs.getInt("groups_read"),
                        "members", rs.getInt("members_read"),
                        "duplicates", rs.getInt("duplicates"))));
        all.put("aliasesLeftOut", rs.getInt("aliases_left_out"));
        all.put("graphRequests", rs.getInt("graph_requests"));
        all.put("retries", rs.getInt("retries"));
        return all;
    }
}
