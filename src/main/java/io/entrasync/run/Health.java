package io.entrasync.run;

import io.entrasync.model.Problem;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionState;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.RunQueries;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the sync fares, in three parts. None of them says anything about this process: a directory that is stale, or a
 * tenant that cannot be reached, is so on every node.
 */
public final class Health {
    private final Supplier<Settings> settings;
    private final ConnectionStore connection;
    private final RunQueries runs;
    private final Staleness staleness;
    private final SecretExpiry secret;

    public enum Status {
        UP,
        DOWN,
        UNKNOWN
    }

    /**
     * One part.
     *
     * @param details without null values
     */
    public record Part(Status status, Map<String, Object> details) {}

    public Health(
            Supplier<Settings> settings,
            ConnectionStore connection,
            RunQueries runs,
            Staleness staleness,
            SecretExpiry secret) {
        this.settings = settings;
        this.connection = connection;
        this.runs = runs;
        this.staleness = staleness;
        this.secret = secret;
    }

    /** Down while the last run or check failed to connect to the tenant or to read it; unknown before the first. */
    public Part connection() {
        ConnectionState state = connection.state();
        Problem problem = state.problem();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", state.green() ? "GREEN" : "GREY");
        put(details, "problem", problem == null ? null : problem.code());
        put(details, "lastSuccessAt", state.lastSuccessAt());
        put(details, "lastManualSuccessAt", state.lastManualSuccessAt());
        Status untroubled = state.lastSuccessAt() == null ? Status.UNKNOWN : Status.UP;
        return new Part(problem == null ? untroubled : Status.DOWN, details);
    }

    /** Down while no sync has succeeded for two intervals; unknown where none is scheduled. */
    public Part staleness() {
        Map<String, Object> details = new LinkedHashMap<>();
        Duration interval = settings.get().when().frequency().interval();
        put(details, "interval", interval);
        put(details, "lastSuccessAt", runs.lastSuccess().orElse(null));
        if (interval == null) {
            return new Part(Status.UNKNOWN, details);
        }
        put(details, "staleSince", staleness.since().orElse(null));
        return new Part(details.containsKey("staleSince") ? Status.DOWN : Status.UP, details);
    }

    /** Down from the day after the secret or certificate ended; unknown where nobody says when that is. */
    public Part secret() {
        Long daysLeft = secret.daysLeft();
        if (daysLeft == null) {
            return new Part(Status.UNKNOWN, Map.of());
        }
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "expiresOn", secret.date());
        details.put("daysLeft", daysLeft);
        return new Part(daysLeft < 0 ? Status.DOWN : Status.UP, details);
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
