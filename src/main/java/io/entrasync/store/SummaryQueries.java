package io.entrasync.store;

import io.entrasync.model.ObjectType;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.PlanItem;
import io.entrasync.model.Problem;
import io.entrasync.model.Run;
import io.entrasync.summary.Summary;
import io.entrasync.summary.Summary.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads what the daily summary tells. */
public final class SummaryQueries {
    private static final Listing HELD = new Listing("summary/held", "removes desc, id");
    private static final Listing NO_MAIL = new Listing("summary/no-mail", "maybe_shared desc, address");
    private static final Listing ADMINS = new Listing("summary/admins", "primary_address, id");

    private final Directory directory;
    private final StoredProblems problems;

    public SummaryQueries(Directory directory, StoredProblems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** The first entries of a list, and how many there are. */
    public record Shown<T>(List<T> first, int total) {}

    /** Runs that were at work between two moments, the latest first. */
    public Shown<Summary.RunLine> runs(Instant from, Instant until) {
        Map<String, ?> period = Map.of("from", from, "until", until);
        return directory
                .jdbi()
                .withHandle(handle -> new Shown<>(
                        handle.createQuery(Sql.text("summary/runs"))
                                .bindMap(period)
                                .bind("limit", Summary.SHOWN)
                                .map((rs, context) -> run(rs))
                                .list(),
                        handle.createQuery(Sql.text("summary/run-count"))
                                .bindMap(period)
                                .mapTo(Integer.class)
                                .one()));
    }

    private Summary.RunLine run(ResultSet rs) throws SQLException {
        Problem problem = problems.read(rs.getString("problem"));
        return new Summary.RunLine(
                rs.getString("id"),
                Run.Trigger.valueOf(rs.getString("started_by")),
                Run.Status.valueOf(rs.getString("status")),
                RunQueries.instant(rs, "started_at", Instant.EPOCH),
                RunQueries.nullableInstant(rs, "finished_at"),
                rs.getInt("applied"),
                rs.getInt("failed"),
                rs.getInt("held"),
                problem == null ? null : problem.code().name(),
                problem == null ? null : problem.title());
    }

    /** How much was applied between two moments, by category, and {@code users} or {@code groups}. */
    public Map<PlanItem.Category, Map<String, Integer>> counts(Instant from, Instant until) {
        Map<PlanItem.Category, Map<String, Integer>> counts = new EnumMap<>(PlanItem.Category.class);
        for (PlanItem.Category category : PlanItem.Category.values()) {
            counts.put(category, new TreeMap<>(Map.of("users", 0, "groups", 0)));
        }
        directory.jdbi().useHandle(handle -> handle.createQuery(Sql.text("summary/counts"))
                .bindMap(Map.of("from", from, "until", until))
                .map((rs, context) -> Objects.requireNonNull(
                                counts.get(PlanItem.Category.valueOf(rs.getString("category"))))
                        .put(rs.getString("object_type").equals("USER") ? "users" : "groups", rs.getInt("n")))
                .list());
        return counts;
    }

    /** The first changes of a category that were applied between two moments. */
    public List<Entry> changes(PlanItem.Category category, Instant from, Instant until) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("summary/changes"))
                .bindMap(Map.of("category", category.name(), "from", from, "until", until))
                .bindMap(Map.of("after", 0, "limit", Summary.SHOWN))
                .map((rs, context) -> entry(rs, rs.getString("reason")))
                .list());
    }

    /** What waits for approval now, removals first. */
    public Shown<Entry> held() {
        return shown(HELD, (rs, context) -> entry(rs, rs.getString("reason")));
    }

    /** The last run that read the tenant and planned; empty before the first. */
    public Optional<Long> lastRun(Instant until) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("summary/last-run"))
                .bind("until", until)
                .mapTo(Long.class)
                .findOne());
    }

    /** Items of a run that ended otherwise than planned. */
    public Shown<Entry> unfinished(long run, List<PlanItem.Outcome> outcomes) {
        String quoted = String.join(
                ", ", outcomes.stream().map(outcome -> "'" + outcome + "'").toList());
        String sql = Sql.text("summary/unfinished").replace("<outcomes>", quoted);
        return directory
                .jdbi()
                .withHandle(handle -> new Shown<>(
                        handle.createQuery(sql + "\norder by id limit :limit")
                                .bind("run", run)
                                .bind("limit", Summary.SHOWN)
                                .map((rs, context) -> entry(rs, rs.getString("error")))
                                .list(),
                        count(handle, sql, run)));
    }

    private static int count(Handle handle, String sql, long run) {
        return handle.createQuery("select count(*) from (" + sql + ") l")
                .bind("run", run)
                .mapTo(Integer.class)
                .one();
    }

    private static Entry entry(ResultSet rs, @Nullable String reason) throws SQLException {
        return new Entry(
                rs.getString("run_id"),
                rs.getString("id"),
                PlanItem.Category.valueOf(rs.getString("category")),
                ObjectType.valueOf(rs.getString("object_type")),
                rs.getString("entra_id"),
                rs.getString("address"),
                rs.getString("display_name"),
                reason);
    }

    /** Objects that a run did not bring over, by reason. */
    public Map<String, Integer> skipped(long run) {
        Map<String, Integer> skipped = new TreeMap<>();
        directory.jdbi().useHandle(handle -> handle.createQuery(Sql.text("summary/skipped"))
                .bind("run", run)
                .map((rs, context) -> skipped.put(rs.getString("name"), rs.getInt("n")))
                .list());
        return skipped;
    }

    /** Addresses of the tenant that the service refuses mail for; those first that may be shared mailboxes. */
    public Shown<Summary.NoMail> noMail() {
        return shown(
                NO_MAIL,
                (rs, context) -> new Summary.NoMail(
                        rs.getString("address"),
                        rs.getString("display_name"),
                        rs.getString("reason"),
                        rs.getInt("maybe_shared") == 1));
    }

    /** Administrators whom two-factor login would lock out. */
    public Shown<Summary.Person> adminsWithoutMobile() {
        return shown(
                ADMINS,
                (rs, context) -> new Summary.Person(
                        rs.getString("id"), rs.getString("primary_address"), rs.getString("display_name")));
    }

    /** Settings that were changed while the product ran, in order. */
    public List<Summary.ChangedSetting> settingsChanged(Instant from, Instant until) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("summary/settings"))
                .bindMap(Map.of("from", from, "until", until))
                .map((rs, context) -> new Summary.ChangedSetting(
                        RunQueries.instant(rs, "happened_at", Instant.EPOCH),
                        rs.getString("actor"),
                        rs.getString("subject"),
                        rs.getString("detail")))
                .list());
    }

    private <T> Shown<T> shown(Listing listing, RowMapper<T> mapper) {
        PageRequest first = new PageRequest(0, Summary.SHOWN, "");
        return directory.jdbi().withHandle(handle -> {
            Page<T> page = listing.read(handle, Map.of(), first, mapper);
            return new Shown<>(page.items(), (int) page.total());
        });
    }
}
