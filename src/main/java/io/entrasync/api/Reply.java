package io.entrasync.api;

import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with.
 *
 * @param location where what was made can be read; null if nothing was made
 * @param content what becomes the JSON body; null for none
 */
public record Reply(
        int status,
        String contentType,
        @Nullable String location,
        @Nullable Object content) {
    private static final String JSON = "application/json";

    static Reply ok(Object content) {
        return new Reply(200, JSON, null, content);
    }

    static Reply created(String location, Object content) {
        return new Reply(201, JSON, location, content);
    }

    /** The work goes on behind the answer. */
    static Reply accepted(String location, Object content) {
        return new Reply(202, JSON, location, content);
    }

    static Reply done() {
        return new Reply(204, JSON, null, null);
    }

    static Reply problem(ApiProblem problem) {
        return new Reply(problem.status(), ApiProblem.CONTENT_TYPE, null, problem);
    }
}
