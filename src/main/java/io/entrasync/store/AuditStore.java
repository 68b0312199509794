package io.entrasync.store;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The audit trail: who changed what, and when. It is only ever added to. */
public final class AuditStore {
    private final Clock clock;

    public AuditStore(Clock clock) {
        this.clock = clock;
    }

    /** Adds an entry within the transaction that makes the change. */
    void add(Handle handle, String actor, String action, String subject, @Nullable String detail) {
        handle.createUpdate(Sql.text("directory/audit-add"))
                .bind("now", clock.instant())
                .bind("actor", actor)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .execute();
    }
}
