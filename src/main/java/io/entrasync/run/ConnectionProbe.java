package io.entrasync.run;

import io.entrasync.connection.Permission;
import io.entrasync.connection.Permissions;
import io.entrasync.connection.TokenClaims;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemException;
import io.entrasync.store.ConnectionStore;
import java.util.List;

/** Tries the connection outside of a run, and tells all that it finds. */
public final class ConnectionProbe {
    private final ConnectionCheck check;
    private final ConnectionStore connection;
    private final SecretExpiry secretExpiry;

    public ConnectionProbe(ConnectionCheck check, ConnectionStore connection, SecretExpiry secretExpiry) {
        this.check = check;
        this.secretExpiry = secretExpiry;
        this.connection = connection;
    }

    /** Signs in anew, so that what was granted meanwhile is seen; never throws a problem. */
    public ConnectionReport check() {
        try {
            check.checkNow();
            return report(Permissions.evaluate(check.lastClaims()));
        } catch (ProblemException refused) {
            TokenClaims claims = check.lastClaims();
            return report(claims.readable() ? Permissions.evaluate(claims) : List.of())
                    .failed(refused.problem());
        }
    }

    /** Keeps how the check ended, once Graph was asked too: it is what the connection shows. */
    public ConnectionReport keep(ConnectionReport report) {
        Problem problem = report.problem();
        if (problem == null) {
            connection.checkSucceeded();
        } else {
            connection.checkFailed(problem);
        }
        return report.withSecretExpiresOn(secretExpiry.date());
    }

    private ConnectionReport report(List<Permission> permissions) {
        return new ConnectionReport(check.lastClaims().tenantId(), connection.tenantId(), permissions, null, null);
    }
}
