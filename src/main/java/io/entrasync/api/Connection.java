package io.entrasync.api;

import io.entrasync.connection.Permission;
import io.entrasync.model.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the connection to the tenant.
 *
 * @param tenantId the tenant that the directory is bound to
 * @param problem why the last run or check could not connect to the tenant or not read it; null since one could
 */
public record Connection(
        Status status,
        @Nullable Instant lastManualSuccessAt,
        @Nullable Instant lastSuccessAt,
        @Nullable String tenantId,
        @Nullable Problem problem,
        List<Permission> permissions,
        @Nullable LocalDate secretExpiresOn) {
    public enum Status {
        GREEN,
        GREY
    }
}
