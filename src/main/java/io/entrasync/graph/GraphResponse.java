package io.entrasync.graph;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over HTTP.
 *
 * @param headers by name; names are compared without case
 */
public record GraphResponse(int status, Map<String, ?> headers, InputStream body) {
    /** Longer than this no answer is worth waiting for within a run. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @Nullable
    String requestId() {
        return header(headers, "request-id");
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter(headers);
    }

    /** {@code Retry-After} in seconds, capped; null if absent or no number. */
    static @Nullable Duration retryAfter(Map<String, ?> headers) {
        String seconds = header(headers, "Retry-After");
        if (seconds == null || !seconds.matches("\\d{1,6}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static @Nullable String header(Map<String, ?> headers, String name) {
        for (Map.Entry<String, ?> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name) && header.getValue() != null) {
                return header.getValue().toString().strip();
            }
        }
        return null;
    }
}
