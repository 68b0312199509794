package io.entrasync.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.model.Problem;
import io.entrasync.model.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads runs as the API shows them. */
public final class RunQueries {
    private static final List<String> MEASURES =
            List.of("planned", "applied", "failed", "held", "stale", "blocked", "deselected", "withheld");
    private static final List<String> CATEGORIES = List.of("ADD", "UPDATE", "DISABLE", "DELETE");

    private final Directory directory;
    private final ObjectMapper json;

    public RunQueries(Directory directory, ObjectMapper json) {
        this.directory = directory;
        this.json = json;
    }

    public Optional<Run> find(long id) {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select * from sync_run where id = :id")
                .bind("id", id)
                .map((rs, context) -> run(handle, rs))
                .findOne());
    }

    /** The latest first. */
    public List<Run> list(int offset, int limit) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from sync_run order by id desc limit :limit offset :offset")
                .bindMap(Map.of("offset", offset, "limit", limit))
                .map((rs, context) -> run(handle, rs))
                .list());
    }

    public int count() {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select count(*) from sync_run")
                .mapTo(Integer.class)
                .one());
    }

    private Run run(Handle handle, ResultSet rs) throws SQLException {
        long id = rs.getLong("id");
        Map<String, Object> counts = counts(handle, rs, id);
        @SuppressWarnings("unchecked")
        Map<String, Map<String, Integer>> held = (Map<String, Map<String, Integer>>) counts.get("held");
        int heldItems = held == null
                ? 0
                : held.values().stream()
                        .flatMap(byType -> byType.values().stream())
                        .mapToInt(Integer::intValue)
                        .sum();
        return new Run(
                String.valueOf(id),
                Run.Trigger.valueOf(rs.getString("started_by")),
                Run.Mode.valueOf(rs.getString("mode")),
                Run.Status.valueOf(rs.getString("status")),
                Run.Stage.valueOf(rs.getString("stage")),
                new Run.Progress(
                        rs.getInt("pages"),
                        rs.getInt("users_read"),
                        rs.getInt("groups_read"),
                        rs.getInt("members_read"),
                        rs.getInt("applied"),
                        rs.getInt("total")),
                instant(rs, "started_at", Instant.EPOCH),
                nullableInstant(rs, "finished_at"),
                rs.getBoolean("full_read"),
                rs.getString("requested_by"),
                rs.getString("undo_of"),
                counts,
                heldItems,
                problem(rs.getString("problem")),
                rs.getString("plan_hash"),
                nullableInstant(rs, "expires_at"));
    }

    private Map<String, Object> counts(Handle handle, ResultSet rs, long id) throws SQLException {
        Map<String, Object> counts = new TreeMap<>();
        counts.put(
                "read",
                new TreeMap<>(Map.of(
                        "users", rs.getInt("users_read"),
                        "groups", rs.getInt("groups_read"),
                        "members", rs.getInt("members_read"),
                        "duplicates", rs.getInt("duplicates"))));
        counts.put("aliasesLeftOut", rs.getInt("aliases_left_out"));
        counts.put("graphRequests", rs.getInt("graph_requests"));
        counts.put("retries", rs.getInt("retries"));
        Map<String, Integer> skipped = new TreeMap<>();
        counts.put("skipped", skipped);
        Map<String, Map<String, Map<String, Integer>>> byMeasure = new TreeMap<>();
        MEASURES.forEach(measure -> byMeasure.put(measure, none()));
        handle.createQuery(Sql.text("run/counts"))
                .bind("run", id)
                .map((row, context) -> {
                    String measure = row.getString("measure");
                    if (measure.equals("skipped")) {
                        skipped.merge(row.getString("name"), row.getInt("n"), Integer::sum);
                    } else {
                        String type = row.getString("object_type").equals("USER") ? "users" : "groups";
                        byMeasure
                                .computeIfAbsent(measure, other -> none())
                                .computeIfAbsent(row.getString("name"), other -> new TreeMap<>())
                                .merge(type, row.getInt("n"), Integer::sum);
                    }
                    return measure;
                })
                .list();
        counts.putAll(byMeasure);
        return counts;
    }

    private static Map<String, Map<String, Integer>> none() {
        Map<String, Map<String, Integer>> none = new TreeMap<>();
        CATEGORIES.forEach(category -> none.put(category, new TreeMap<>(Map.of("users", 0, "groups", 0))));
        return none;
    }

    private @Nullable Problem problem(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instant instant(ResultSet rs, String column, Instant fallback) throws SQLException {
        Instant instant = nullableInstant(rs, column);
        return instant == null ? fallback : instant;
    }

    static @Nullable Instant nullableInstant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
