package io.entrasync.store;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** How many scheduled runs failed in a row, and whether their tries are spaced for it; begin and end are audited. */
public final class SpacingStore {
    private final Directory directory;
    private final AuditStore audit;
    private final Clock clock;

    public SpacingStore(Directory directory, AuditStore audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** The scheduled runs that failed since anything succeeded, or somebody checked or changed the connection. */
    public int failuresInRow() {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("connection/failures"))
                .mapTo(Integer.class)
                .one());
    }

    /** Notes that tries are spaced from now on; false if they were already, also if another node has noted it. */
    public boolean begin(String why) {
        return directory.jdbi().inTransaction(handle -> {
            int begun = handle.createUpdate("update directory_state set spaced_since = :now where spaced_since is null")
                    .bind("now", clock.instant())
                    .execute();
            return audited(handle, begun, "SPACING_STARTED", why);
        });
    }

    /** Notes that tries are no longer spaced; false if they were not. */
    public boolean end(String why) {
        return directory.jdbi().inTransaction(handle -> {
            int ended = handle.execute("update directory_state set spaced_since = null where spaced_since is not null");
            return audited(handle, ended, "SPACING_ENDED", why);
        });
    }

    private boolean audited(Handle handle, int changed, String action, String why) {
        if (changed > 0) {
            audit.add(handle, "SYSTEM", action, "schedule", why);
        }
        return changed > 0;
    }
}
