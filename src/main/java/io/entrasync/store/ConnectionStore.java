package io.entrasync.store;

import io.entrasync.model.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What the directory is bound to, and how the connection fared. */
public final class ConnectionStore {
    private final Directory directory;
    private final StoredProblems problems;
    private final Clock clock;

    public ConnectionStore(Directory directory, StoredProblems problems, Clock clock) {
        this.directory = directory;
        this.problems = problems;
        this.clock = clock;
    }

    public ConnectionState state() {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select * from directory_state")
                .map((rs, context) -> state(rs))
                .one());
    }

    /** The bound tenant's id; null before the first successful run. */
    public @Nullable String tenantId() {
        return state().tenantId();
    }

    /** Keeps which tenant answered a run; if the run succeeds, the directory is bound to it. */
    public void tenantSeen(long run, @Nullable String tenantId) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(
                        "update sync_run set tenant_id = :tenant where id = :run")
                .bind("tenant", tenantId)
                .bindMap(Map.of("run", run))
                .execute());
    }

    /** The tenant that answered a run when it began; null if the token did not say. */
    public @Nullable String tenantOf(long run) {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select tenant_id from sync_run where id = ?")
                .bind(0, run)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** A run read the whole tenant. */
    public void tenantRead(long run) {
        update("connection/tenant-read", Map.of("run", run));
    }

    /** A check that an operator asked for reached Graph. */
    public void checkSucceeded() {
        update("connection/check-succeeded", Map.of());
    }

    public void checkFailed(Problem problem) {
        failed(0, true, problem);
    }

    /** A run could not connect to the tenant, or not read it to the end. */
    public void runFailed(long run, Problem problem) {
        failed(run, problem.code().isConnecting(), problem);
    }

    private void failed(long run, boolean connecting, Problem problem) {
        update("connection/failed", Map.of("run", run, "connecting", connecting, "problem", problems.write(problem)));
    }

    /**
     * Compares the settings of the connection with those seen before; others turn it grey, and failed tries with the
     * former ones no longer count.
     *
     * @param hash stands for the settings without showing them
     * @return whether they changed
     */
    public boolean settingsAre(String hash) {
        return update("connection/settings", Map.of("hash", hash)) > 0;
    }

    /** Keeps when the client secret ends that goes with these settings; see {@link #settingsAre}. */
    public void secretEnds(String hash, LocalDate end) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(
                        "update directory_state set secret_expires_on = :end, secret_hash = :hash")
                .bindMap(Map.of("end", end, "hash", hash))
                .execute());
    }

    /** When the client secret ends, if that was ever said for these settings. */
    public Optional<LocalDate> secretEnd(String hash) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select secret_expires_on from directory_state where secret_hash = ?")
                .bind(0, hash)
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** Whether the configured domains and exemptions were brought in. */
    public boolean isSeeded() {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select seeded from directory_state")
                .mapTo(Boolean.class)
                .one());
    }

    public void seeded() {
        directory.jdbi().useHandle(handle -> handle.execute("update directory_state set seeded = true"));
    }

    private int update(String sql, Map<String, ?> values) {
        return directory.jdbi().withHandle(handle -> {
            Update update = handle.createUpdate(Sql.text(sql));
            return update.bindMap(values).bind("now", clock.instant()).execute();
        });
    }

    private ConnectionState state(ResultSet rs) throws SQLException {
        return new ConnectionState(
                rs.getBoolean("connection_green"),
                RunQueries.nullableInstant(rs, "last_manual_success_at"),
                RunQueries.nullableInstant(rs, "last_success_at"),
                rs.getString("tenant_id"),
                problems.read(rs.getString("last_problem")));
    }
}
