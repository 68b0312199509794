package io.entrasync.api;

import io.entrasync.model.AuditEvent;
import java.util.List;

/** A page of entries of the audit trail, for the API's description, which knows no generic types. */
record AuditPage(List<AuditEvent> items, int page, int size, long total) {}
