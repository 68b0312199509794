package io.entrasync.runtime.karaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.run.Health;
import io.entrasync.run.Health.Part;
import io.entrasync.run.Health.Status;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The health as the other runtime shows it: open, with details for who is logged in. */
final class HealthPage {
    static final String PATH = "/actuator/health";

    private static final Logger LOG = LoggerFactory.getLogger(HealthPage.class);
    private static final int SECONDS_FOR_DATABASE = 2;
    /** What this process itself needs; how the sync fares is the same on every node. */
    private static final List<String> NODE = List.of("db", "camel");

    private static final Map<String, List<String>> GROUPS =
            Map.of("liveness", List.of("livenessState"), "readiness", List.of("readinessState", "db", "camel"));

    private final ObjectMapper json;
    private final CamelContext camel;
    private final DataSource database;
    private final Health health;
    private volatile @Nullable String refusal;

    HealthPage(ObjectMapper json, CamelContext camel, DataSource database) {
        this.json = json;
        this.camel = camel;
        this.database = database;
        this.health = camel.getRegistry().findSingleByType(Health.class);
    }

    /** What of the configuration could not be followed, so that the former one is in force; null if all of it is. */
    void refusal(@Nullable String reason) {
        refusal = reason;
    }

    /** Answers for the whole, a group or a part; blocks while the database is asked. */
    void answer(RoutingContext request, boolean detailed) {
        Map<String, Part> parts = parts();
        String name = request.normalizedPath().substring(PATH.length()).replace("/", "");
        List<String> group = GROUPS.get(name);
        if (name.isEmpty()) {
            Map<String, Object> body = whole(status(parts, NODE), parts, parts.keySet(), detailed);
            body.put("groups", GROUPS.keySet().stream().sorted().toList());
            send(request, body);
        } else if (group != null) {
            send(request, whole(status(parts, group), parts, group, detailed));
        } else if (parts.containsKey(name)) {
            send(request, shown(parts.get(name), detailed));
        } else {
            request.next();
        }
    }

    private Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("camel", part(camel.isStarted()));
        parts.put("configuration", configuration());
        parts.put("connection", sync(Health::connection));
        parts.put("db", part(databaseAnswers()));
        parts.put("livenessState", part(true));
        parts.put("readinessState", part(camel.isStarted()));
        parts.put("secret", sync(Health::secret));
        parts.put("staleness", sync(Health::staleness));
        return parts;
    }

    private Part configuration() {
        String reason = refusal;
        return reason == null ? part(true) : new Part(Status.DOWN, Map.of("refused", reason));
    }

    private Part sync(Function<Health, Part> part) {
        try {
            return part.apply(health);
        } catch (RuntimeException unreadable) {
            // that the directory does not answer is what db says
            LOG.warn("The health could not be read", unreadable);
            return new Part(Status.UNKNOWN, Map.of());
        }
    }

    private static Part part(boolean up) {
        return new Part(up ? Status.UP : Status.DOWN, Map.of());
    }

    private static Status status(Map<String, Part> parts, Collection<String> names) {
        return names.stream().allMatch(name -> part(true).equals(parts.get(name))) ? Status.UP : Status.DOWN;
    }

    private static Map<String, Object> whole(
            Status status, Map<String, Part> parts, Collection<String> names, boolean detailed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put(
                "components",
                parts.entrySet().stream()
                        .filter(part -> names.contains(part.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, part -> shown(part.getValue(), detailed))));
        return body;
    }

    private static Map<String, Object> shown(@Nullable Part part, boolean detailed) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("status", part == null ? Status.UNKNOWN : part.status());
        if (detailed && part != null && !part.details().isEmpty()) {
            shown.put("details", part.details());
        }
        return shown;
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_FOR_DATABASE);
        } catch (SQLException e) {
            return false;
        }
    }

    private void send(RoutingContext request, Map<String, Object> body) {
        try {
            request.response()
                    .setStatusCode(body.get("status") == Status.DOWN ? 503 : 200)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(Buffer.buffer(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
