package io.entrasync.summary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a cause, to tell it once.
 *
 * @param openedAt when it appeared, the last time
 * @param toldAt when the last alert about it was made; null before the first
 * @param closedAt when it was seen to be over; null while it lasts
 */
public record KnownCause(
        AlertKind kind,
        String subject,
        Instant openedAt,
        @Nullable Instant toldAt,
        @Nullable Instant closedAt) {
    boolean isOpen() {
        return closedAt == null;
    }
}
