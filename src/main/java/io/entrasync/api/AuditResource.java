package io.entrasync.api;

import io.entrasync.store.AuditQueries;
import org.jspecify.annotations.Nullable;

/** {@code /api/audit}: who changed what, and when. */
public final class AuditResource {
    private final AuditQueries audit;

    public AuditResource(AuditQueries audit) {
        this.audit = audit;
    }

    /** The newest first. */
    public Reply list(@Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(audit.list(Parameters.page(page, size, q)));
    }
}
