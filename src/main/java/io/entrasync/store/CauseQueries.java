package io.entrasync.store;

import io.entrasync.model.ObjectType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads what is to be told at once. */
public final class CauseQueries {
    private final Directory directory;

    public CauseQueries(Directory directory) {
        this.directory = directory;
    }

    /** Items of a run that wait for approval. */
    public record Held(String run, ObjectType type, int items, Instant since) {}

    /** Somebody who must not lose access unasked. */
    public record Left(String run, String entraId, String detail, Instant since) {}

    /** A run, and when it happened. */
    public record Moment(@Nullable String run, Instant at) {}

    /** Something that is known by a text. */
    public record Noted(String text, String detail) {}

    public List<Held> held() {
        return list(
                "alert/held",
                (rs, context) -> new Held(
                        rs.getString("run"),
                        ObjectType.valueOf(rs.getString("object_type")),
                        rs.getInt("n"),
                        since(rs)));
    }

    public List<Left> left() {
        return list(
                "alert/left",
                (rs, context) ->
                        new Left(rs.getString("run"), rs.getString("entra_id"), rs.getString("detail"), since(rs)));
    }

    /** Scheduled runs that wait for their review. */
    public List<Moment> reviews() {
        return list("alert/reviews", (rs, context) -> new Moment(rs.getString("run"), since(rs)));
    }

    /** The last run that failed. */
    public Optional<Moment> lastFailure() {
        return list("alert/last-failure", (rs, context) -> new Moment(rs.getString("run"), since(rs))).stream()
                .findFirst();
    }

    /** Exempt addresses that went to other objects, in the last image. */
    public List<Noted> reused() {
        return list("alert/reused", (rs, context) -> new Noted(rs.getString("address"), rs.getString("detail")));
    }

    /** Why failed tries are spaced; empty while they are not. */
    public Optional<String> spacing() {
        return list("alert/spacing", (rs, context) -> rs.getString("detail")).stream()
                .findFirst();
    }

    /** The run that read the last image; 0 before the first. */
    public long image() {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select coalesce(image_generation, 0) from directory_state")
                .mapTo(Long.class)
                .one());
    }

    private <T> List<T> list(String sql, RowMapper<T> mapper) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text(sql))
                .map(mapper)
                .list());
    }

    private static Instant since(ResultSet rs) throws SQLException {
        return RunQueries.instant(rs, "since", Instant.EPOCH);
    }
}
