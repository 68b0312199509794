package io.entrasync.run;

import io.entrasync.connection.Permission;
import io.entrasync.connection.Permissions;
import io.entrasync.store.MailStore;
import io.entrasync.summary.Cause;
import io.entrasync.summary.Warning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the summary warns of: all that is told at once, and what can wait for it. */
public final class Warnings {
    private static final long FIRST_WARNING = 60;

    private final MailStore mails;
    private final SecretExpiry secret;
    private final ConnectionCheck check;

    public Warnings(MailStore mails, SecretExpiry secret, ConnectionCheck check) {
        this.mails = mails;
        this.secret = secret;
        this.check = check;
    }

    List<Warning> of(List<Cause> causes) {
        Stream<Warning> told = causes.stream().map(Cause::warning);
        Stream<Warning> besides = Stream.of(unsent(), ending(), missing()).flatMap(Optional::stream);
        return Stream.concat(told, besides).toList();
    }

    private Optional<Warning> unsent() {
        return mails.lastError()
                .map(error -> new Warning(
                        "MAIL_FAILED",
                        "Mails cannot be sent.",
                        error,
                        "Mend what the detail names; each mail is tried again until it is out.",
                        null));
    }

    private Optional<Warning> ending() {
        Long left = secret.daysLeft();
        return left == null || left > FIRST_WARNING || left <= Causes.FIRST_ALERT
                ? Optional.empty()
                : Optional.of(new Warning(
                        "SECRET_ENDS",
                        "The client secret or certificate ends in %d days.".formatted(left),
                        "It ends on %s.".formatted(secret.date()),
                        "Create a new one in time, and configure it under entra.*.",
                        null));
    }

    private Optional<Warning> missing() {
        String missing = Permissions.evaluate(check.lastClaims()).stream()
                .filter(permission -> !permission.granted() && !permission.required())
                .map(Warnings::text)
                .collect(Collectors.joining("; "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
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
