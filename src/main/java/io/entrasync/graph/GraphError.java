package io.entrasync.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Graph's error answer: {@code {"error":{"code","message","innerError"}}}. What to do is decided by status first, then
 * by code, never by message.
 */
record GraphError(int status, String code, String message) {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 509);
    private static final Set<String> LOST_TOKENS = Set.of(
            "directory_expiredpagetoken", "directorypagetokennotfoundexception", "syncstatenotfound", "resyncrequired");

    static GraphError of(int status, @Nullable JsonNode body) {
        JsonNode error = body == null ? null : body.get("error");
        if (error == null) {
            return new GraphError(status, "", "");
        }
        return new GraphError(
                status, error.path("code").asText(""), error.path("message").asText(""));
    }

    boolean isPassing() {
        return PASSING.contains(status);
    }

    /** The page token is no longer known: the collection is read again from its first page. */
    boolean isPageTokenLost() {
        return status == 410 || (status == 400 && LOST_TOKENS.contains(code.toLowerCase(java.util.Locale.ROOT)));
    }

    RuntimeException exception(@Nullable Duration retryAfter, @Nullable String requestId) {
        if (isPassing()) {
            return new GraphUnavailableException(text(), retryAfter, requestId, null);
        }
        if (status == 401) {
            return new GraphUnauthorizedException(text(), requestId);
        }
        ProblemCode problem = status == 403 ? ProblemCode.PERMISSION_MISSING : ProblemCode.READ_INCOMPLETE;
        return new ProblemException(Problem.of(problem, text()).withGraphRequestId(requestId));
    }

    private String text() {
        return "Graph answered %d %s %s".formatted(status, code, message).strip();
    }
}
