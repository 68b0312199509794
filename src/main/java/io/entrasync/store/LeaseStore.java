package io.entrasync.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The run lease: who may change the directory now. Its holder gives a sign of life; a lease without one is taken over.
 * The token grows with each holder, so that a late writer is told apart.
 */
public final class LeaseStore {
    /** Without a sign of life for so long a holder counts as gone. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Directory directory;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();

    public LeaseStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Takes the lease within a transaction; empty if someone else holds it. */
    OptionalLong take(Handle handle) {
        Instant now = clock.instant();
        int taken = handle.createUpdate(Sql.text("run/lease-take"))
                .bindMap(Map.of(
                        "holder", holder,
                        "now", now,
                        "gone", now.minus(PATIENCE),
                        "ahead", now.plus(PATIENCE),
                        "alone", directory.isAlone()))
                .execute();
        if (taken == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(handle.createQuery("select token from run_lease where id = 1")
                .mapTo(Long.class)
                .one());
    }

    /** Gives a sign of life, if this process holds the lease. */
    public void beat() {
        directory.jdbi().useHandle(handle -> handle.createUpdate(Sql.text("run/lease-beat"))
                .bindMap(Map.of("holder", holder, "now", clock.instant()))
                .execute());
    }

    /** Within a transaction: whether the lease of this token is still the current one; if so, it is kept alive. */
    boolean isCurrent(Handle handle, long token) {
        return handle.createUpdate(Sql.text("apply/fence"))
                        .bindMap(Map.of("token", token, "now", clock.instant()))
                        .execute()
                > 0;
    }

    /** Gives the lease back, within a transaction. */
    void release(Handle handle, long token) {
        handle.createUpdate(Sql.text("run/lease-release")).bind("token", token).execute();
    }
}
