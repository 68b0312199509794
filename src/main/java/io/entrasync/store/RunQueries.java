package io.entrasync.store;

import io.entrasync.model.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads runs as the API shows them. */
public final class RunQueries {
    private final Directory directory;
    private final StoredProblems problems;

    public RunQueries(Directory directory, StoredProblems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    public Optional<Run> find(long id) {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select * from sync_run where id = :id")
                .bind("id", id)
                .map((rs, context) -> run(handle, rs))
                .findOne());
    }

    /** Whether there is such a run; without counting its items. */
    public boolean exists(long id) {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select count(*) from sync_run where id = ?")
                        .bind(0, id)
                        .mapTo(Integer.class)
                        .one())
                > 0;
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

    /**
     * A run that waits for a decision: a review, or one with held items.
     *
     * @param id null: the newest of them
     */
    public Optional<Run> waiting(@Nullable Long id) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("run/waiting"))
                .bind("id", id == null ? 0 : id)
                .map((rs, context) -> run(handle, rs))
                .findOne());
    }

    /** Whether any item of a run was applied. */
    public boolean hasApplied(long run) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("run/has-applied"))
                .bind("run", run)
                .mapTo(Boolean.class)
                .one());
    }

    /** What started a run. */
    public Run.Trigger trigger(long run) {
        return directory
                .jdbi()
                .withHandle(
                        handle -> Run.Trigger.valueOf(handle.createQuery("select started_by from sync_run where id = ?")
                                .bind(0, run)
                                .mapTo(String.class)
                                .one()));
    }

    /**
     * When the last scheduled run began, or was skipped; empty before the first. One that a dead process left does not
     * count.
     */
    public Optional<Instant> lastScheduled(Instant now) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("run/last-scheduled"))
                .bind("gone", now.minus(LeaseStore.PATIENCE))
                .map((rs, context) -> Optional.ofNullable(nullableInstant(rs, "started_at")))
                .one());
    }

    /** When the last sync that succeeded ended; empty before the first. */
    public Optional<Instant> lastSuccess() {
        return instant(Sql.text("run/last-success"), "finished_at");
    }

    /** When the first run began; empty before it. */
    public Optional<Instant> firstStart() {
        return instant("select min(started_at) as started_at from sync_run", "started_at");
    }

    private Optional<Instant> instant(String sql, String column) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(sql)
                .map((rs, context) -> Optional.ofNullable(nullableInstant(rs, column)))
                .one());
    }

    /** Whether the directory holds accounts or groups that no sync made. */
    public boolean hasLocalEntries() {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("run/local-entries"))
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    private Run run(Handle handle, ResultSet rs) throws SQLException {
        long id = rs.getLong("id");
        RunCounts counts = RunCounts.read(handle, id);
        return new Run(
                String.valueOf(id),
                Run.Trigger.valueOf(rs.getString("started_by")),
                Run.Mode.valueOf(rs.getString("mode")),
                Run.Status.valueOf(rs.getString("status")),
                Run.Stage.valueOf(rs.getString("stage")),
                progress(rs),
                instant(rs, "started_at", Instant.EPOCH),
                nullableInstant(rs, "finished_at"),
                rs.getBoolean("full_read"),
                rs.getString("requested_by"),
                rs.getString("undo_of"),
                counts.with(rs),
                counts.held(),
                problems.read(rs.getString("problem")),
                rs.getString("plan_hash"),
                nullableInstant(rs, "expires_at"));
    }

    private static Run.Progress progress(ResultSet rs) throws SQLException {
        return new Run.Progress(
                rs.getInt("pages"),
                rs.getInt("users_read"),
                rs.getInt("groups_read"),
                rs.getInt("members_read"),
                rs.getInt("applied"),
                rs.getInt("total"));
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
