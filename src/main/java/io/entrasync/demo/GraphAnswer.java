package io.entrasync.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One answer of Microsoft Graph.
 *
 * @param status HTTP status
 * @param headers response headers
 * @param body what Jackson turns into the JSON body; a number for {@code $count}
 */
public record GraphAnswer(int status, Map<String, String> headers, Object body) {
    private static final String JSON =
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    public GraphAnswer {
        headers = Map.copyOf(headers);
    }

    /** A success with this body. */
    public static GraphAnswer ok(Object body) {
        return new GraphAnswer(200, headers(UUID.randomUUID().toString(), JSON), body);
    }

    /** A bare number, as {@code /users/$count} answers. */
    static GraphAnswer text(Object body) {
        return new GraphAnswer(200, headers(UUID.randomUUID().toString(), "text/plain"), body);
    }

    /** A failure in the shape of Graph's errors. */
    public static GraphAnswer error(int status, String code, String message, Instant now) {
        String requestId = UUID.randomUUID().toString();
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        inner.put("request-id", requestId);
        inner.put("client-request-id", requestId);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("innerError", inner);
        return new GraphAnswer(status, headers(requestId, "application/json"), Map.of("error", error));
    }

    /** The same answer with one header more. */
    public GraphAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new GraphAnswer(status, more, body);
    }

    /** The same answer with another body. */
    public GraphAnswer withBody(Object other) {
        return new GraphAnswer(status, headers, other);
    }

    private static Map<String, String> headers(String requestId, String contentType) {
        return Map.of(
                "Content-Type", contentType,
                "Cache-Control", "no-cache",
                "OData-Version", "4.0",
                "request-id", requestId,
                "x-ms-resource-unit", "1");
    }
}
