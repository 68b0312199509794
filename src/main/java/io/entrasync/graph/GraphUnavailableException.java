package io.entrasync.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Graph did not answer, broke off, or asks for patience: worth another try. */
public class GraphUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final @Nullable String requestId;

    public GraphUnavailableException(
            String message, @Nullable Duration retryAfter, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
        this.requestId = requestId;
    }

    /** How long Graph asks to wait; null if it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Graph's {@code request-id}, for Microsoft's support. */
    public @Nullable String requestId() {
        return requestId;
    }
}
