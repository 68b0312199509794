package io.entrasync.connection;

import io.entrasync.model.ProblemException;
import io.entrasync.settings.Settings;
import io.entrasync.settings.Settings.Credential;
import java.time.Instant;
import java.util.Optional;

/** When the certificate ends that the product signs in with, as the certificate says itself. */
public final class CertificateEnd {
    private CertificateEnd() {}

    /** Reads the file anew; empty where no certificate is used, or it cannot be read. */
    public static Optional<Instant> of(Settings.Entra entra) {
        boolean possible = entra.credential() == Credential.CERTIFICATE || entra.credential() == Credential.AUTO;
        if (!possible) {
            return Optional.empty();
        }
        try {
            return Identity.of(entra) instanceof Identity.Certificate certificate
                    ? certificate.file().notAfter()
                    : Optional.empty();
        } catch (ProblemException notConfigured) {
            // who signs in will say so
            return Optional.empty();
        }
    }
}
