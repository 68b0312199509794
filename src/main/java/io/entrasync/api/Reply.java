package io.entrasync.api;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with.
 *
 * @param location where what was made can be read; null if nothing was made
 * @param disposition what a browser is to do with it; null to show it
 * @param content what becomes the JSON body, or a stream that is the body; null for none
 */
public record Reply(
        int status,
        String contentType,
        @Nullable String location,
        @Nullable String disposition,
        @Nullable Object content) {
    private static final String JSON = "application/json";

    /** Something to be kept as a file. */
    static Reply csv(String fileName, InputStream content) {
        return new Reply(200, "text/csv; charset=utf-8", null, "attachment; filename=\"" + fileName + "\"", content);
    }

    /** A page for a browser. */
    static Reply html(InputStream content) {
        return new Reply(200, "text/html; charset=utf-8", null, null, content);
    }

    static Reply ok(Object content) {
        return new Reply(200, JSON, null, null, content);
    }

    static Reply created(String location, Object content) {
        return new Reply(201, JSON, location, null, content);
    }

    /** The work goes on behind the answer. */
    static Reply accepted(String location, Object content) {
        return new Reply(202, JSON, location, null, content);
    }

    static Reply done() {
        return new Reply(204, JSON, null, null, null);
    }

    static Reply problem(ApiProblem problem) {
        return new Reply(problem.status(), ApiProblem.CONTENT_TYPE, null, null, problem);
    }
}
