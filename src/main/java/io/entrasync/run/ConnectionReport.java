package io.entrasync.run;

import io.entrasync.connection.Permission;
import io.entrasync.model.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the connection found.
 *
 * @param tenantId the tenant that the token is for; null if that is not known
 * @param boundTenantId the tenant that the directory is bound to; null before the first successful run
 * @param secretExpiresOn the day on which secret or certificate end, in UTC; null if that is not known
 * @param permissions empty if there was no token to look at
 */
public record ConnectionReport(
        @Nullable String tenantId,
        @Nullable String boundTenantId,
        List<Permission> permissions,
        @Nullable LocalDate secretExpiresOn,
        @Nullable Problem problem) {

    public ConnectionReport failed(Problem with) {
        return new ConnectionReport(tenantId, boundTenantId, permissions, secretExpiresOn, with);
    }

    ConnectionReport withSecretExpiresOn(@Nullable LocalDate day) {
        return new ConnectionReport(tenantId, boundTenantId, permissions, day, problem);
    }
}
