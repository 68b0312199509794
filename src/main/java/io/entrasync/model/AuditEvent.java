package io.entrasync.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param actor a login, the user of a command, or {@code SYSTEM}
 * @param action what was done, such as {@code EXEMPTION_ADDED}
 * @param subject what it was done to
 * @param detail how; null if the action says it all
 */
public record AuditEvent(
        Instant at,
        String actor,
        String action,
        @Nullable String subject,
        @Nullable String detail) {}
