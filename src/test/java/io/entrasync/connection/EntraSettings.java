package io.entrasync.connection;

import io.entrasync.settings.Settings;
import io.entrasync.settings.Settings.Credential;
import java.nio.file.Path;

/** Connection settings for tests: a tenant and the sign-in server, the rest added one by one. */
record EntraSettings(Settings.Entra get) {

    static EntraSettings at(String authorityHost) {
        return new EntraSettings(new Settings.Entra(
                "contoso.example",
                null,
                null,
                null,
                null,
                null,
                Credential.AUTO,
                authorityHost,
                true,
                null,
                "https://graph.microsoft.com/.default"));
    }

    EntraSettings primaryDomain(String tenant) {
        return with(tenant, get.clientId(), get.clientSecret(), get.clientSecretFile(), get.credential());
    }

    EntraSettings clientId(String id) {
        return with(get.primaryDomain(), id, get.clientSecret(), get.clientSecretFile(), get.credential());
    }

    EntraSettings secret(String value) {
        return with(get.primaryDomain(), get.clientId(), value, get.clientSecretFile(), get.credential());
    }

    EntraSettings secretFile(Path file) {
        return with(get.primaryDomain(), get.clientId(), get.clientSecret(), file, get.credential());
    }

    EntraSettings credential(Credential credential) {
        return with(get.primaryDomain(), get.clientId(), get.clientSecret(), get.clientSecretFile(), credential);
    }

    EntraSettings certificate(Path file, String password) {
        return new EntraSettings(new Settings.Entra(
                get.primaryDomain(),
                get.clientId(),
                get.clientSecret(),
                get.clientSecretFile(),
                file,
                password,
                get.credential(),
                get.authorityHost(),
                get.disableInstanceDiscovery(),
                null,
                get.scope()));
    }

    private EntraSettings with(String tenant, String clientId, String secret, Path secretFile, Credential credential) {
        return new EntraSettings(new Settings.Entra(
                tenant,
                clientId,
                secret,
                secretFile,
                get.certificateFile(),
                get.certificatePassword(),
                credential,
                get.authorityHost(),
                get.disableInstanceDiscovery(),
                null,
                get.scope()));
    }
}
