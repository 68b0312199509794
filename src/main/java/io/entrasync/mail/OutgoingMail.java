package io.entrasync.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits to leave.
 *
 * @param key what it tells, and of which day; becomes its Message-ID, so that it is the same at each try
 * @param coversFrom from when on, to {@code coversUntil}, it tells what happened; null if it carries no changes
 * @param createdAt its date, however late it leaves
 * @param text the plain part
 * @param html the same for mail programs that show HTML
 * @param attempts how often it was tried, this time included
 */
public record OutgoingMail(
        long id,
        String key,
        @Nullable Instant coversFrom,
        @Nullable Instant coversUntil,
        Instant createdAt,
        String subject,
        String text,
        String html,
        int attempts) {}
