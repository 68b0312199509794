package io.entrasync.connection;

import io.entrasync.model.ProblemException;
import io.entrasync.settings.Settings;
import io.entrasync.settings.Settings.Credential;
import java.net.URI;
import java.util.Optional;

/**
 * The client secret that is signed in with, as far as it may be told.
 *
 * @param hint its first three characters, by which Entra lists it
 * @param hash stands for it and whatever else is signed in by; see {@link SettingsHash}
 */
public record ClientSecret(String hint, String hash) {
    private static final int HINT = 3;

    /** Empty where something else is signed in with, or the settings do not suffice. */
    public static Optional<ClientSecret> inUse(Settings.Entra entra, URI graphUrl) {
        if (entra.credential() != Credential.CLIENT_SECRET && entra.credential() != Credential.AUTO) {
            return Optional.empty();
        }
        try {
            return Identity.of(entra) instanceof Identity.Secret secret
                    ? SettingsHash.of(entra, graphUrl).map(hash -> new ClientSecret(hint(secret), hash))
                    : Optional.empty();
        } catch (ProblemException notConfigured) {
            // who signs in will say so
            return Optional.empty();
        }
    }

    /** Even the hint stays out of logs. */
    @Override
    public String toString() {
        return "ClientSecret";
    }

    private static String hint(Identity.Secret secret) {
        return secret.value().substring(0, Math.min(HINT, secret.value().length()));
    }
}
