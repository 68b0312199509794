package io.entrasync.store;

import io.entrasync.model.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the connection fared.
 *
 * @param green whether the last manual check or read succeeded, and nothing failed since
 * @param tenantId the tenant that the directory is bound to
 * @param problem why the last run or check could not connect
 */
public record ConnectionState(
        boolean green,
        @Nullable Instant lastManualSuccessAt,
        @Nullable Instant lastSuccessAt,
        @Nullable String tenantId,
        @Nullable Problem problem) {}
