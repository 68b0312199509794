package io.entrasync.scope;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an exemption is for: a mail address or an Entra object id, in the form in which it is stored. */
public final class ExemptSubject {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ExemptSubject() {}

    /** Reads a subject; empty if it is neither. */
    public static Optional<String> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return OBJECT_ID.matcher(lower).matches()
                ? Optional.of(lower)
                : MailAddress.parse(lower).map(MailAddress::address);
    }
}
