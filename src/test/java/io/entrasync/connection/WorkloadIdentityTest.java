package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrasync.fake.ClusterToken;
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
        Path file = Files.writeString(files.resolve("token"), ClusterToken.of("pod"));
        System.setProperty(TOKEN_FILE, file.toString());

        assertThat(tokens().bearer()).isEqualTo(entra.tokens().get(0));
        assertThat(entra.lastRequest()).containsEntry("client_assertion", ClusterToken.of("pod"));
    }

    @Test
    void outsideAClusterItIsNotConfigured() throws Exception {
        assertNotConfigured("AZURE_FEDERATED_TOKEN_FILE");
        System.setProperty(TOKEN_FILE, files.resolve("missing").toString());
        assertNotConfigured("missing cannot be read");
        System.setProperty(
                TOKEN_FILE,
                Files.writeString(files.resolve("other"), "no token").toString());
        assertNotConfigured("other holds no token");
    }

    @Test
    void itsTokenIsReadForEachSignIn() throws Exception {
        Path file = Files.writeString(files.resolve("token"), ClusterToken.of("first"));
        System.setProperty(TOKEN_FILE, file.toString());
        GraphTokens tokens = tokens();
        tokens.bearer();
        Files.writeString(file, ClusterToken.of("second"));
        tokens.renew();
        tokens.bearer();
        assertThat(entra.lastRequest()).containsEntry("client_assertion", ClusterToken.of("second"));
    }

    @Test
    void whatEntraAnswersToItIsTold() throws Exception {
        System.setProperty(
                TOKEN_FILE,
                Files.writeString(files.resolve("token"), ClusterToken.of("pod"))
                        .toString());
        entra.refuse(401, "invalid_client", 700213, "No matching federated identity record found.");
        SignInException refusal = catchThrowableOfType(SignInException.class, tokens()::bearer);
        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.SECRET_WRONG);
        assertThat(refusal.problem().detail()).contains("AADSTS700213");
        assertThat(refusal.retryable()).isFalse();
    }

    private void assertNotConfigured(String named) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, tokens()::bearer);
        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.NOT_CONFIGURED);
        assertThat(refusal.problem().detail()).contains(named);
        assertThat(entra.requests()).isZero();
    }

    private GraphTokens tokens() {
        EntraSettings settings =
                EntraSettings.at(entra.authorityHost()).clientId("app-1").credential(Credential.WORKLOAD_IDENTITY);
        return new GraphTokens(settings::get, Clock.systemUTC());
    }
}
