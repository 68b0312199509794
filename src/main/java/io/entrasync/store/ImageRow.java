package io.entrasync.store;

import io.entrasync.plan.RowHash;
import io.entrasync.scope.Decision;
import io.entrasync.scope.MailAddress;
import org.jspecify.annotations.Nullable;

/** One object of the tenant on its way into the image. */
interface ImageRow {
    String id();

    Decision decision();

    @Nullable
    Object[] columns(long generation, int page);

    static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static @Nullable String text(@Nullable MailAddress address) {
        return address == null ? null : address.address();
    }

    /** Text as both databases can store it: PostgreSQL has no NUL in text. */
    static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace("\u0000", "");
    }

    static RowHash addDecision(RowHash hash, Decision decision) {
        Decision.Mail mail = decision.mail();
        hash.add(decision.reason()).add(decision.mailReason()).add(mail.known()).add(mail.primary());
        for (MailAddress alias : mail.aliases()) {
            hash.add(alias.address());
        }
        return hash;
    }
}
