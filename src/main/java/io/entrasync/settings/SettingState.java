package io.entrasync.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it counts now.
 *
 * @param value as JSON has it: true, a number, a list, or the word; of a secret only whether it is set
 * @param set whether it has a value at all
 * @param changedBy who changed it while the product ran; null where the configuration counts
 * @param former what counted before the product itself changed it; null where it did not
 * @param writable whether it can be changed while the product runs
 * @param problem why a stored value does not count; null where there is none
 */
public record SettingState(
        @Nullable Object value,
        boolean set,
        Origin origin,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable String reason,
        @Nullable String former,
        boolean writable,
        @Nullable String problem) {}
