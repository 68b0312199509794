package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.identity.CredentialUnavailableException;
import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps an answer from coming, and whether trying again may help. */
class SignInTroubleTest {
    private TokenServer entra;

    @BeforeEach
    void startEntra() {
        entra = TokenServer.start();
    }

    @AfterEach
    void stopEntra() {
        entra.close();
    }

    @ParameterizedTest
    @CsvSource({"400, 90033", "503, 90033", "400, 90006", "400, 90012", "504, 90024", "429, 90055", "500, 7000215"})
    void passingTroubleMayBeTriedAgain(int status, int aadsts) {
        entra.refuse(status, "temporarily_unavailable", aadsts, "Come back later.");

        SignInException trouble = signIn("contoso.example");

        assertThat(trouble.retryable()).isTrue();
        assertThat(trouble.problem().code()).isEqualTo(ProblemCode.SIGN_IN_FAILED);
        assertThat(trouble.problem().detail()).contains("AADSTS" + aadsts, "Correlation ID: ");
        assertThat(entra.requests()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 429})
    void aGatewaysPageIsPassingTroubleToldByItsStatus(int status) {
        entra.answer(status, "<html>upstream</html>");

        SignInException trouble = signIn("contoso.example");

        assertThat(trouble.retryable()).isTrue();
        assertThat(trouble.problem().detail()).contains("status " + status).doesNotContain("html");
    }

    @Test
    void anAnswerThatIsNoJsonNeedsAPerson() {
        entra.answer(403, "<html>blocked by proxy</html>");

        SignInException refusal = signIn("contoso.example");

        assertThat(refusal.retryable()).isFalse();
        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.SIGN_IN_FAILED);
        assertThat(refusal.problem().detail())
                .contains("status 403", "not in JSON", "proxy")
                .doesNotContain("html");
    }

    @Test
    @Timeout(15)
    void aDeadServerIsPassingTrouble() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        SignInException trouble = signIn("contoso.example", "https://localhost:" + unused + "/");

        assertThat(trouble.retryable()).isTrue();
        assertThat(trouble.problem().detail()).contains("https://localhost:" + unused, "ConnectException");
    }

    @Test
    @Timeout(15)
    void aSilentServerIsGivenUpAfterSeconds() {
        entra.delay(Duration.ofMinutes(1));

        SignInException trouble = signIn("contoso.example");

        assertThat(trouble.retryable()).isTrue();
        assertThat(entra.requests()).isOne();
    }

    @Test
    void anAuthorityWithoutTlsIsRefused() {
        SignInException refusal = signIn("contoso.example", "http://localhost:1/");

        assertThat(refusal.retryable()).isFalse();
        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.SIGN_IN_FAILED);
        assertThat(refusal.problem().detail()).contains("http://localhost:1/");
    }

    @Test
    void aMissingManagedIdentityNeedsAPerson() {
        SignInProblem problem = SignInProblem.of(
                new CredentialUnavailableException("No managed identity here.", new IOException("timeout")),
                "https://login.example/");

        assertThat(problem.retryable()).isFalse();
        assertThat(problem.problem().code()).isEqualTo(ProblemCode.SIGN_IN_FAILED);
        assertThat(problem.problem().detail()).contains("managed identity");
    }

    private SignInException signIn(String tenant) {
        return signIn(tenant, entra.authorityHost());
    }

    private static SignInException signIn(String tenant, String authorityHost) {
        EntraSettings settings = EntraSettings.at(authorityHost)
                .primaryDomain(tenant)
                .clientId("app-1")
                .secret("any");
        GraphTokens tokens = new GraphTokens(settings::get, Clock.systemUTC());
        return catchThrowableOfType(SignInException.class, tokens::bearer);
    }
}
