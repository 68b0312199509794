package io.entrasync.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.model.Problem;
import org.jspecify.annotations.Nullable;

/** Problems as they stand in the database: as JSON. */
public final class StoredProblems {
    private final ObjectMapper json;

    public StoredProblems(ObjectMapper json) {
        this.json = json;
    }

    String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nullable
    Problem read(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
