package io.entrasync.store;

import io.entrasync.model.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the connection fared.
 *
 * @param green whether the last manual check or read succeeded, and since then no connecting failed and no setting of it changed
 * @param tenantId the tenant that the directory is bound to
 * @param problem why the last run or check could not connect to the tenant or not read it; null since one could
 */
public record ConnectionState(
        boolean green,
        @Nullable Instant lastManualSuccessAt,
        @Nullable Instant lastSuccessAt,
        @Nullable String tenantId,
        @Nullable Problem problem) {}
