package io.entrasync.runtime.karaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** The open health page: whether the product works, and nothing that is anybody's secret. */
final class Health {
    private static final int SECONDS_FOR_DATABASE = 2;

    private final ObjectMapper json;
    private final CamelContext camel;
    private final DataSource database;
    private volatile @Nullable String refusal;

    Health(ObjectMapper json, CamelContext camel, DataSource database) {
        this.json = json;
        this.camel = camel;
        this.database = database;
    }

    void refusal(@Nullable String reason) {
        refusal = reason;
    }

    /** Answers a request; blocks while the database is asked. */
    void answer(RoutingContext request) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("camel", part(camel.isStarted()));
        parts.put("db", part(databaseAnswers()));
        boolean up = parts.values().stream().allMatch(part(true)::equals);
        // the former settings are in force, so this stops nothing
        parts.put("configuration", Map.of("status", refusal == null ? "UP" : "REFUSED"));
        request.response()
                .setStatusCode(up ? 200 : 503)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body(Map.of("status", up ? "UP" : "DOWN", "components", parts)));
    }

    private static Map<String, String> part(boolean up) {
        return Map.of("status", up ? "UP" : "DOWN");
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_FOR_DATABASE);
        } catch (SQLException e) {
            return false;
        }
    }

    private Buffer body(Object content) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
