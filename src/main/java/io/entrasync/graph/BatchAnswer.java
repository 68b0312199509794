package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a {@code $batch}: parts in any order, each with a status of its own. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchAnswer(@Nullable List<Part> responses) {

    /** The answer to one of the requests. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(
            String id,
            int status,
            @Nullable Map<String, Object> headers,
            @Nullable JsonNode body) {
        GraphError error() {
            return GraphError.of(status, body);
        }
    }
}
