package io.entrasync.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.model.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What the connection shows, and what a check makes of it. */
public final class ConnectionStateStore {
    private final Directory directory;
    private final ObjectMapper json;
    private final Clock clock;

    public ConnectionStateStore(Directory directory, ObjectMapper json, Clock clock) {
        this.directory = directory;
        this.json = json;
        this.clock = clock;
    }

    public ConnectionState read() {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select * from directory_state")
                .map((rs, context) -> state(rs))
                .one());
    }

    /** A check that an operator asked for reached Graph. */
    public void checkSucceeded() {
        directory.jdbi().useHandle(handle -> handle.createUpdate(Sql.text("directory/check-succeeded"))
                .bind("now", clock.instant())
                .execute());
    }

    public void checkFailed(Problem problem) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(
                        "update directory_state set connection_green = false, last_problem = :problem")
                .bind("problem", write(problem))
                .execute());
    }

    private ConnectionState state(ResultSet rs) throws SQLException {
        return new ConnectionState(
                rs.getBoolean("connection_green"),
                RunQueries.nullableInstant(rs, "last_manual_success_at"),
                RunQueries.nullableInstant(rs, "last_success_at"),
                rs.getString("tenant_id"),
                problem(rs.getString("last_problem")));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Problem problem(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
