package io.entrasync.demo;

import java.time.Instant;

/** A request that Graph answers with an error. */
final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    RefusedRequest(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RefusedRequest badRequest(String message) {
        return new RefusedRequest(400, "Request_BadRequest", message);
    }

    static RefusedRequest notFound(String resource) {
        return new RefusedRequest(
                404,
                "Request_ResourceNotFound",
                "Resource '" + resource + "' does not exist, or something that it refers to does not.");
    }

    GraphAnswer answer(Instant now) {
        return GraphAnswer.error(status, code, String.valueOf(getMessage()), now);
    }
}
