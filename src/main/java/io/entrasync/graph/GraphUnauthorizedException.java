package io.entrasync.graph;

import org.jspecify.annotations.Nullable;

/** Graph does not accept the access token: worth one try with a new one. */
public class GraphUnauthorizedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String requestId;

    public GraphUnauthorizedException(String message, @Nullable String requestId) {
        super(message);
        this.requestId = requestId;
    }

    /** Graph's {@code request-id}, for Microsoft's support. */
    public @Nullable String requestId() {
        return requestId;
    }
}
