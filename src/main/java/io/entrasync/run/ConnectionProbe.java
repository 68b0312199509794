package io.entrasync.run;

import io.entrasync.connection.GraphTokens;
import io.entrasync.connection.Permissions;
import io.entrasync.connection.TokenClaims;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.store.ConnectionStore;
import java.util.List;

/** Tries the connection outside of a run, and tells all that it finds. */
public final class ConnectionProbe {
    private final GraphTokens tokens;
    private final ConnectionStore connection;

    public ConnectionProbe(GraphTokens tokens, ConnectionStore connection) {
        this.tokens = tokens;
        this.connection = connection;
    }

    /** Signs in anew, so that what was granted meanwhile is seen; never throws a problem. */
    public ConnectionReport check() {
        String bound = connection.tenantId();
        tokens.renew();
        try {
            TokenClaims claims = TokenClaims.of(tokens.bearer());
            ConnectionReport report =
                    new ConnectionReport(claims.tenantId(), bound, Permissions.evaluate(claims), null);
            if (claims.tenantId() != null && bound != null && !bound.equals(claims.tenantId())) {
                return report.failed(Problem.of(
                        ProblemCode.TENANT_CHANGED,
                        "The token is for tenant %s, the directory is bound to %s."
                                .formatted(claims.tenantId(), bound)));
            }
            return Permissions.missingRequired(claims).map(report::failed).orElse(report);
        } catch (ProblemException refused) {
            return new ConnectionReport(null, bound, List.of(), refused.problem());
        }
    }
}
