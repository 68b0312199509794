package io.entrasync.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that wins over the configured one until it is reset.
 *
 * @param value as it would be configured, or encrypted
 * @param configured what was configured when it was set; null for a secret
 */
public record SettingOverride(
        String key,
        String value,
        boolean encrypted,
        Origin origin,
        String changedBy,
        Instant changedAt,
        @Nullable String reason,
        @Nullable String configured,
        @Nullable String former) {

    /** The value stays out of logs. */
    @Override
    public String toString() {
        return "SettingOverride[" + key + "]";
    }
}
