package io.entrasync.run;

/**
 * The header that carries the access token. As an object it can go through routes whose logs show what passes; only
 * where it is sent it becomes text.
 *
 * @param value what is sent
 */
public record BearerHeader(String value) {
    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "Bearer (hidden)";
    }
}
