package io.entrasync.store;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The hash of the password that was made up for the local operator. */
public final class OperatorStore {
    private final Directory directory;
    private final Clock clock;

    public OperatorStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    public Optional<String> passwordHash(String username) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select password_hash from operator_credential where username = :username")
                .bind("username", username)
                .mapTo(String.class)
                .findOne());
    }

    /** Keeps a hash; false if there is one already, as another node may have been faster. */
    public boolean keep(String username, String passwordHash) {
        try {
            return directory.jdbi().withHandle(handle -> handle.createUpdate(Sql.text("directory/operator-add"))
                            .bind("username", username)
                            .bind("hash", passwordHash)
                            .bind("now", clock.instant())
                            .execute())
                    > 0;
        } catch (UnableToExecuteStatementException raced) {
            return false;
        }
    }
}
