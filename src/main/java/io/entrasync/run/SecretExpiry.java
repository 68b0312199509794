package io.entrasync.run;

import io.entrasync.connection.CertificateEnd;
import io.entrasync.connection.ClientSecret;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionStore;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** When the secret or certificate ends that the product signs in with. */
public final class SecretExpiry {
    private final Supplier<Settings.Entra> entra;
    private final URI graphUrl;
    private final ConnectionStore connection;
    private final Clock clock;

    /** @param entra asked each time, so that a changed credential counts at once */
    public SecretExpiry(Supplier<Settings.Entra> entra, URI graphUrl, ConnectionStore connection, Clock clock) {
        this.entra = entra;
        this.graphUrl = graphUrl;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * The day on which it ends, in UTC: as the certificate says itself, or Graph said last of the secret in use, else as
     * configured; null if it is not known.
     */
    public @Nullable LocalDate date() {
        Settings.Entra now = entra.get();
        return CertificateEnd.of(now)
                .map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC))
                .or(() -> ClientSecret.inUse(now, graphUrl).flatMap(secret -> connection.secretEnd(secret.hash())))
                .orElse(now.secretExpiresOn());
    }

    /** Whole days from today, in UTC, to the day on which it ends; negative when that is past, null if not known. */
    public @Nullable Long daysLeft() {
        LocalDate end = date();
        return end == null ? null : ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), end);
    }
}
