package io.entrasync.connection;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.Settings;
import io.entrasync.settings.Settings.Credential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what the product proves who it is, read from the settings and the files that they name. Two are equal when they
 * prove the same, so that a changed file is noticed.
 */
sealed interface Identity {

    /** The value of a client secret. */
    record Secret(String value) implements Identity {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** A certificate with its private key. */
    record Certificate(CertificateFile file) implements Identity {}

    /** What the Azure host gives to the machine that this runs on. */
    record Managed() implements Identity {}

    /**
     * A token of the cluster that Entra trusts.
     *
     * @param tokenFile holds the token, and is read for each sign-in: the cluster renews it
     */
    record Workload(String tenant, String clientId, Path tokenFile) implements Identity {
        static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";

        /** The settings go before what the cluster puts into the environment. */
        static Workload of(Settings.Entra entra) {
            String tenant = isMissing(entra.primaryDomain()) ? environment("AZURE_TENANT_ID") : entra.primaryDomain();
            String clientId = isMissing(entra.clientId()) ? environment("AZURE_CLIENT_ID") : entra.clientId();
            String file = environment(TOKEN_FILE);
            List<String> missing = new ArrayList<>();
            if (isMissing(tenant)) {
                missing.add("entra.primary-domain or AZURE_TENANT_ID");
            }
            if (isMissing(clientId)) {
                missing.add("entra.client-id or AZURE_CLIENT_ID");
            }
            if (isMissing(file)) {
                missing.add(TOKEN_FILE + " (set in a pod that uses workload identity)");
            }
            requireNone(missing);
            Workload workload = new Workload(present(tenant), present(clientId), Path.of(present(file)));
            if (!TokenClaims.of(workload.token()).readable()) {
                throw CredentialFile.unusable(TOKEN_FILE, workload.tokenFile(), "holds no token (JWT)");
            }
            return workload;
        }

        /** As azure-identity has it, a system property may stand for a variable of the environment. */
        private static @Nullable String environment(String name) {
            return System.getProperty(name, System.getenv(name));
        }

        String token() {
            return CredentialFile.text(TOKEN_FILE, tokenFile);
        }
    }

    /**
     * Reads files anew on each call.
     *
     * @throws ProblemException NOT_CONFIGURED with the missing keys, or the file that cannot be used
     */
    static Identity of(Settings.Entra entra) {
        Credential chosen = chosen(entra);
        requireKeys(entra, chosen);
        return switch (chosen) {
            case CLIENT_SECRET -> new Secret(secret(entra));
            case CERTIFICATE ->
                new Certificate(CertificateFile.read(present(entra.certificateFile()), entra.certificatePassword()));
            case MANAGED_IDENTITY -> new Managed();
            case WORKLOAD_IDENTITY -> Workload.of(entra);
            case AUTO, NONE -> throw new IllegalStateException(chosen + " proves nothing");
        };
    }

    private static Credential chosen(Settings.Entra entra) {
        if (entra.credential() != Credential.AUTO) {
            return entra.credential();
        }
        return entra.certificateFile() == null ? Credential.CLIENT_SECRET : Credential.CERTIFICATE;
    }

    private static void requireKeys(Settings.Entra entra, Credential chosen) {
        // the two others can take tenant and application from the machine that they run on
        boolean named = chosen == Credential.CLIENT_SECRET || chosen == Credential.CERTIFICATE;
        boolean noSecret = isMissing(entra.clientSecret()) && entra.clientSecretFile() == null;
        List<String> missing = new ArrayList<>();
        if (named && isMissing(entra.primaryDomain())) {
            missing.add("entra.primary-domain");
        }
        if (named && isMissing(entra.clientId())) {
            missing.add("entra.client-id");
        }
        if (chosen == Credential.CERTIFICATE && entra.certificateFile() == null) {
            missing.add("entra.certificate-file");
        }
        if (chosen == Credential.CLIENT_SECRET && noSecret) {
            String other = entra.credential() == Credential.AUTO ? " (or entra.certificate-file)" : "";
            missing.add("entra.client-secret or entra.client-secret-file" + other);
        }
        requireNone(missing);
    }

    private static void requireNone(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_CONFIGURED, "Not set: " + String.join(", ", missing) + ".");
        }
    }

    /** The value wins over the file: it is what the console can set. */
    private static String secret(Settings.Entra entra) {
        String value = entra.clientSecret();
        return value == null || value.isBlank()
                ? CredentialFile.text("entra.client-secret-file", present(entra.clientSecretFile()))
                : value;
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("missing keys are reported before");
        }
        return value;
    }
}
