package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import io.entrasync.settings.Settings.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadIdentityTest {
    /** azure-identity takes system properties for environment variables. */
    private static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";

    @TempDir
    Path files;

    private TokenServer entra;

    @BeforeEach
    void startEntra() {
        entra = TokenServer.start().accept("app-1", "no secret is accepted", "tenant-1", List.of());
    }

    @AfterEach
    void stopEntra() {
        System.clearProperty(TOKEN_FILE);
        entra.close();
    }

    @Test
    void theClustersTokenSignsIn() throws Exception {
        Path file = Files.writeString(files.resolve("token"), "header.of-the-cluster.signature");
        System.setProperty(TOKEN_FILE, file.toString());

        assertThat(tokens().bearer()).isEqualTo(entra.tokens().get(0));
        assertThat(entra.lastRequest()).containsEntry("client_assertion", "header.of-the-cluster.signature");
    }

    @Test
    void outsideAClusterItIsNotConfigured() {
        SignInException refusal = catchThrowableOfType(SignInException.class, tokens()::bearer);

        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.NOT_CONFIGURED);
        assertThat(refusal.problem().detail()).contains("Service Token File Path");
        assertThat(refusal.retryable()).isFalse();
        assertThat(entra.requests()).isZero();
    }

    private GraphTokens tokens() {
        EntraSettings settings =
                EntraSettings.at(entra.authorityHost()).clientId("app-1").credential(Credential.WORKLOAD_IDENTITY);
        return new GraphTokens(settings::get, Clock.systemUTC());
    }
}
