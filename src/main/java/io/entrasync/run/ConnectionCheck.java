package io.entrasync.run;

import io.entrasync.connection.GraphTokens;
import io.entrasync.connection.Permissions;
import io.entrasync.connection.TokenClaims;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.store.ConnectionStore;

/** Signs in and makes sure that the token suffices and is for the right tenant. */
public final class ConnectionCheck {
    private final GraphTokens tokens;
    private final ConnectionStore connection;
    private final ConnectionWatch watch;
    private volatile TokenClaims lastClaims = TokenClaims.NONE;

    public ConnectionCheck(GraphTokens tokens, ConnectionStore connection, ConnectionWatch watch) {
        this.tokens = tokens;
        this.connection = connection;
        this.watch = watch;
    }

    /**
     * Before a run reads anything.
     *
     * @throws ProblemException a sign-in code, NOT_CONFIGURED or TENANT_CHANGED
     */
    public void require(long run) {
        connection.tenantSeen(run, verify().tenantId());
    }

    /**
     * Before what a run read counts: its settings may lead to another tenant by now.
     *
     * @throws ProblemException READ_INCOMPLETE, or a sign-in code
     */
    public void requireSame(long run) {
        String began = connection.tenantOf(run);
        String ended = TokenClaims.of(tokens.bearer()).tenantId();
        if (began != null && ended != null && !began.equals(ended)) {
            throw new ProblemException(
                    ProblemCode.READ_INCOMPLETE,
                    "The connection changed meanwhile: reading began in tenant %s and ended in %s."
                            .formatted(began, ended));
        }
    }

    /**
     * Signs in anew, so that a change made in Entra meanwhile counts.
     *
     * @throws ProblemException a sign-in code, NOT_CONFIGURED or TENANT_CHANGED
     */
    public void checkNow() {
        tokens.renew();
        verify();
    }

    /** What the last token said; {@link TokenClaims#NONE} before the first. */
    public TokenClaims lastClaims() {
        return lastClaims;
    }

    /**
     * Before something is read outside of a run: writes nothing.
     *
     * @throws ProblemException a sign-in code, NOT_CONFIGURED or TENANT_CHANGED
     */
    public void requireTenant() {
        lastClaims = TokenClaims.of(tokens.bearer());
        requireTenant(lastClaims);
    }

    private void requireTenant(TokenClaims claims) {
        String bound = connection.tenantId();
        if (claims.tenantId() != null && bound != null && !bound.equals(claims.tenantId())) {
            throw new ProblemException(Problem.of(
                    ProblemCode.TENANT_CHANGED,
                    "The token is for tenant %s, the directory is bound to %s.".formatted(claims.tenantId(), bound)));
        }
    }

    private TokenClaims verify() {
        watch.look();
        lastClaims = TokenClaims.NONE;
        TokenClaims claims = TokenClaims.of(tokens.bearer());
        lastClaims = claims;
        Permissions.missingRequired(claims).ifPresent(problem -> {
            // the next try sees what was granted meanwhile
            tokens.renew();
            throw new ProblemException(problem);
        });
        requireTenant(claims);
        return claims;
    }
}
