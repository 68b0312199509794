package io.entrasync.api;

import io.entrasync.connection.Permissions;
import io.entrasync.run.ConnectionCheck;
import io.entrasync.run.RunProblems;
import io.entrasync.run.SecretExpiry;
import io.entrasync.store.ConnectionState;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.RebindStore;

/** {@code /api/connection}. */
public final class ConnectionResource {
    private final ConnectionCheck check;
    private final ConnectionStore connection;
    private final RebindStore rebinding;
    private final SecretExpiry secretExpiry;

    public ConnectionResource(
            ConnectionCheck check, ConnectionStore connection, RebindStore rebinding, SecretExpiry secretExpiry) {
        this.check = check;
        this.connection = connection;
        this.rebinding = rebinding;
        this.secretExpiry = secretExpiry;
    }

    /** What is known without asking anybody; permissions as the last token had them. */
    public Reply get() {
        ConnectionState state = connection.state();
        return Reply.ok(new Connection(
                state.green() ? Connection.Status.GREEN : Connection.Status.GREY,
                state.lastManualSuccessAt(),
                state.lastSuccessAt(),
                state.tenantId(),
                state.problem(),
                Permissions.evaluate(check.lastClaims()),
                secretExpiry.date()));
    }

    /** Accepts another tenant; the next run binds the directory to it. */
    public void rebind(String actor) {
        rebinding.rebind(actor);
    }

    /** Graph answered. */
    public void succeeded() {
        connection.checkSucceeded();
    }

    /** Signing in failed, or Graph did not answer. */
    public void failed(Throwable failure) {
        connection.checkFailed(RunProblems.problemOf(failure));
    }
}
