package io.entrasync.run;

import io.entrasync.connection.Permission;
import io.entrasync.connection.Permissions;
import io.entrasync.store.MailStore;
import io.entrasync.summary.Cause;
import io.entrasync.summary.Notice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the summary warns of: all that is told at once, and what can wait for it. */
public final class Notices {
    private static final long FIRST_WARNING = 60;

    private final MailStore mails;
    private final SecretExpiry secret;
    private final ConnectionCheck check;

    public Notices(MailStore mails, SecretExpiry secret, ConnectionCheck check) {
        this.mails = mails;
        this.secret = secret;
        this.check = check;
    }

    List<Notice> of(List<Cause> causes) {
        Stream<Notice> told = causes.stream().map(Cause::warning);
        Stream<Notice> besides = Stream.of(unsent(), ending(), missing()).flatMap(Optional::stream);
        return Stream.concat(told, besides).toList();
    }

    private Optional<Notice> unsent() {
        return mails.lastError()
                .map(error -> new Notice(
                        "MAIL_FAILED",
                        "Mails cannot be sent.",
                        error,
                        "Mend what the detail names; each mail is tried again until it is out.",
                        null));
    }

    private Optional<Notice> ending() {
        Long left = secret.daysLeft();
        return left == null || left > FIRST_WARNING || left <= Causes.FIRST_ALERT
                ? Optional.empty()
                : Optional.of(new Notice(
                        "SECRET_ENDS",
                        "The client secret or certificate ends in %d days.".formatted(left),
                        "It ends on %s.".formatted(secret.date()),
                        "Create a new one in time, and configure it under entra.*.",
                        null));
    }

    private Optional<Notice> missing() {
        String missing = Permissions.evaluate(check.lastClaims()).stream()
                .filter(permission -> !permission.granted() && !permission.required())
                .map(Notices::text)
                .collect(Collectors.joining("; "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        "OPTIONAL_PERMISSION",
                        "Some features are off, because their permission is not granted.",
                        missing + ".",
                        "Grant what you need, with admin consent, under API permissions.",
                        null));
    }

    private static String text(Permission permission) {
        return permission.name() + " (" + permission.neededFor() + ")";
    }
}
