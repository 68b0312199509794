package io.entrasync.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mailbox is for, as {@code mailboxSettings/userPurpose} says. */
public enum MailboxPurpose {
    USER,
    LINKED,
    SHARED,
    ROOM,
    EQUIPMENT,
    OTHERS;

    /** Reads an answer: the bare word, {@code {"value":"user"}}, or {@code {"userPurpose":…}} of either form. */
    static Optional<MailboxPurpose> of(@Nullable JsonNode body) {
        if (body == null) {
            return Optional.empty();
        }
        if (body.isObject()) {
            return of(body.has("value") ? body.get("value") : body.get("userPurpose"));
        }
        for (MailboxPurpose purpose : values()) {
            if (purpose.name().equals(body.asText().strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
