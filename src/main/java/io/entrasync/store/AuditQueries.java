package io.entrasync.store;

import io.entrasync.model.AuditEvent;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import java.time.Instant;
import java.util.Map;

/** Reads the audit trail as the API shows it. */
public final class AuditQueries {
    private static final Listing LISTING = new Listing("directory/audit", "happened_at desc, id desc");

    private final Directory directory;

    public AuditQueries(Directory directory) {
        this.directory = directory;
    }

    /** Entries that contain the text anywhere, the newest first. */
    public Page<AuditEvent> list(PageRequest wanted) {
        return directory
                .jdbi()
                .withHandle(handle -> LISTING.read(
                        handle,
                        Map.of(),
                        wanted,
                        (rs, context) -> new AuditEvent(
                                RunQueries.instant(rs, "happened_at", Instant.EPOCH),
                                rs.getString("actor"),
                                rs.getString("action"),
                                rs.getString("subject"),
                                rs.getString("detail"))));
    }
}
