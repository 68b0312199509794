package io.entrasync.run;

import io.entrasync.connection.Permissions;
import io.entrasync.model.ProblemException;
import io.entrasync.store.ConnectionStore;

/** Tries the connection outside of a run, and tells all that it finds. */
public final class ConnectionProbe {
    private final ConnectionCheck check;
    private final ConnectionStore connection;

    public ConnectionProbe(ConnectionCheck check, ConnectionStore connection) {
        this.check = check;
        this.connection = connection;
    }

    /** Signs in anew, so that what was granted meanwhile is seen; never throws a problem. */
    public ConnectionReport check() {
        try {
            check.checkNow();
            return report();
        } catch (ProblemException refused) {
            return report().failed(refused.problem());
        }
    }

    private ConnectionReport report() {
        return new ConnectionReport(
                check.lastClaims().tenantId(), connection.tenantId(), Permissions.evaluate(check.lastClaims()), null);
    }
}
