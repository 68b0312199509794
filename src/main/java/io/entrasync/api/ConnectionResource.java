package io.entrasync.api;

import io.entrasync.connection.Permissions;
import io.entrasync.run.ConnectionCheck;
import io.entrasync.run.RunProblems;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionState;
import io.entrasync.store.ConnectionStateStore;

/** {@code /api/connection}. */
public final class ConnectionResource {
    private final ConnectionCheck check;
    private final ConnectionStateStore states;
    private final Settings settings;

    public ConnectionResource(ConnectionCheck check, ConnectionStateStore states, Settings settings) {
        this.check = check;
        this.states = states;
        this.settings = settings;
    }

    /** What is known without asking anybody; permissions as the last token had them. */
    public Reply get() {
        ConnectionState state = states.read();
        return Reply.ok(new Connection(
                state.green() ? Connection.Status.GREEN : Connection.Status.GREY,
                state.lastManualSuccessAt(),
                state.lastSuccessAt(),
                state.tenantId(),
                state.problem(),
                Permissions.evaluate(check.lastClaims()),
                settings.entra().secretExpiresOn()));
    }

    /** Graph answered. */
    public void succeeded() {
        states.checkSucceeded();
    }

    /** Signing in failed, or Graph did not answer. */
    public void failed(Throwable failure) {
        states.checkFailed(RunProblems.problemOf(failure));
    }
}
