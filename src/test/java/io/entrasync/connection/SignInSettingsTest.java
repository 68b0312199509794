package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.Settings.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings must give before Entra is asked. */
class SignInSettingsTest {
    @TempDir
    Path files;

    private TokenServer entra;
    private EntraSettings settings;

    @BeforeEach
    void startEntra() {
        entra = TokenServer.start();
        settings = EntraSettings.at(entra.authorityHost()).clientId("app-1");
    }

    @AfterEach
    void stopEntra() {
        entra.close();
    }

    @Test
    void anUnusableSecretFileIsNamed() throws Exception {
        Path file = files.resolve("secret");
        GraphTokens tokens = tokens(settings.secretFile(file));

        assertNotConfigured(tokens, "entra.client-secret-file", file.toString());
        Files.writeString(file, "\n");
        assertNotConfigured(tokens, "entra.client-secret-file", file.toString(), "empty");
        assertThat(entra.requests()).isZero();
    }

    @Test
    void missingKeysAreNamed() {
        assertNotConfigured(
                tokens(EntraSettings.at(entra.authorityHost()).primaryDomain(null)),
                "entra.primary-domain",
                "entra.client-id",
                "entra.client-secret",
                "entra.certificate-file");
        assertNotConfigured(tokens(settings.credential(Credential.CERTIFICATE)), "entra.certificate-file");
        assertThat(entra.requests()).isZero();
    }

    @Test
    void withoutACredentialThereIsNoTokenAndNobodyIsAsked() {
        assertThat(tokens(settings.credential(Credential.NONE)).bearer()).isNull();
        assertThat(entra.requests()).isZero();
    }

    @Test
    void aSecretSetInTheConsoleWinsOverTheConfiguredFile() {
        entra.accept("app-1", "from the console", "tenant-1", List.of());

        GraphTokens tokens =
                tokens(settings.secretFile(files.resolve("missing")).secret("from the console"));

        assertThat(tokens.bearer()).isEqualTo(entra.tokens().get(0));
    }

    private static GraphTokens tokens(EntraSettings given) {
        return new GraphTokens(given::get, Clock.systemUTC());
    }

    private static void assertNotConfigured(GraphTokens tokens, String... named) {
        assertThatThrownBy(tokens::bearer)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_CONFIGURED))
                .hasMessageContainingAll(named);
    }
}
