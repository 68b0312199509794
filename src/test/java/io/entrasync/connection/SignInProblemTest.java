package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal goes over the wire and through azure-identity, as in production. */
class SignInProblemTest {
    private static final Path SAMPLES = Path.of("..", "shared", "graph", "samples");
    private static final String SECRET = "Qx18Q~v.6sR2mJw_eT0pLhZk3YbN5aCdUfGi9oWx";
    private static final Map<String, ProblemCode> EXPECTED_OF_SAMPLES = Map.of(
            "token-error-7000215-invalid-secret.json", ProblemCode.SECRET_WRONG,
            "token-error-70011-invalid-scope.json", ProblemCode.SIGN_IN_FAILED,
            "token-error-90002-older-form.json", ProblemCode.TENANT_UNKNOWN,
            "token-error-90002-tenant-not-found.json", ProblemCode.TENANT_UNKNOWN,
            "token-error-two-codes.json", ProblemCode.SECRET_WRONG);

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
    @CsvSource({
        "401, invalid_client,       7000222, SECRET_EXPIRED",
        "401, invalid_client,       7000215, SECRET_WRONG",
        "401, invalid_client,       7000216, SECRET_WRONG",
        "401, invalid_client,       7000218, SECRET_WRONG",
        "401, invalid_client,        700027, SECRET_WRONG",
        "401, invalid_client,         50012, SECRET_WRONG",
        "400, invalid_request,       700021, SECRET_WRONG",
        "400, invalid_request,       700023, SECRET_WRONG",
        "400, unauthorized_client,   700016, APPLICATION_UNKNOWN",
        "400, invalid_request,        90002, TENANT_UNKNOWN",
        "400, invalid_tenant,         90002, TENANT_UNKNOWN",
        "400, invalid_request,       900023, TENANT_UNKNOWN",
        "400, invalid_request,        50194, TENANT_UNKNOWN",
        "400, invalid_request,      9001023, TENANT_UNKNOWN",
        "400, invalid_grant,          65001, CONSENT_MISSING",
        "400, access_denied,          53003, ACCESS_BLOCKED",
        "400, invalid_grant,          53003, ACCESS_BLOCKED",
        "401, unauthorized_client,  7000112, APPLICATION_DISABLED",
        "400, invalid_resource,      500011, SIGN_IN_FAILED",
        "400, invalid_scope,          70011, SIGN_IN_FAILED",
        "400, invalid_client,         50196, SIGN_IN_FAILED",
        "401, invalid_client,        999999, SIGN_IN_FAILED"
    })
    void eachRefusalHasItsCode(int status, String error, int aadsts, ProblemCode expected) {
        entra.refuse(status, error, aadsts, "Words of Entra.");

        SignInException refusal = signIn("contoso.example");

        assertThat(refusal.problem().code()).isEqualTo(expected);
        assertThat(refusal.problem().remedy()).isEqualTo(expected.remedy());
        assertThat(refusal.problem().detail())
                .contains("AADSTS" + aadsts + ": Words of Entra.", "Trace ID: ", "Correlation ID: ")
                .doesNotContain("\r", "\n");
        assertThat(refusal.retryable()).isFalse();
        assertThat(entra.requests()).isOne();
    }

    @Test
    void theMostSpecificOfSeveralCodesCounts() {
        entra.answer(401, body("AADSTS70002: Error validating credentials. AADSTS7000222: The key is expired."));

        SignInException refusal = signIn("contoso.example");

        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.SECRET_EXPIRED);
        assertThat(refusal.problem().detail()).contains("AADSTS70002", "AADSTS7000222");
    }

    @Test
    void aCodeThatOnlyTheListNamesCounts() {
        entra.answer(401, "{\"error\":\"invalid_client\",\"error_codes\":[7000222]}");

        SignInException refusal = signIn("contoso.example");

        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.SECRET_EXPIRED);
        assertThat(refusal.problem().detail()).contains("AADSTS7000222");
    }

    @Test
    void anAnswerWithoutCodeIsToldByItsError() {
        entra.answer(401, body("no code here"));

        assertThat(signIn("contoso.example").problem().code()).isEqualTo(ProblemCode.SECRET_WRONG);
    }

    @Test
    void aTenantThatCannotBeOneIsUnknown() {
        assertThat(signIn("no tenant!").problem().code()).isEqualTo(ProblemCode.TENANT_UNKNOWN);
        assertThat(entra.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.c2lnbmF0dXJl"})
    void anAnswerThatEchoesASecretOrTokenIsMasked(String confidential) {
        entra.refuse(401, "invalid_client", 7000215, "Invalid client secret client_secret=" + confidential + " given.");
        SignInException refusal = signIn("contoso.example");
        entra.answer(400, body("echo " + confidential));
        SignInException other = signIn("contoso.example");

        assertThat(refusal.problem().detail()).doesNotContain(confidential).contains("AADSTS7000215", "given.");
        assertThat(other.problem().detail()).doesNotContain(confidential);
        assertThat(refusal).hasNoCause().hasMessageNotContaining(confidential);
    }

    @Test
    void realAnswersOfEntraHaveTheirCodes() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "skipped: no samples of real answers at " + SAMPLES);
        try (var files = Files.newDirectoryStream(SAMPLES, "token-error-*.json")) {
            for (Path sample : files) {
                entra.answer(400, Files.readString(sample));
                SignInException refusal = signIn("contoso.example");
                String name = sample.getFileName().toString();

                assertThat(refusal.problem().code()).as(name).isEqualTo(EXPECTED_OF_SAMPLES.get(name));
                assertThat(refusal.problem().detail())
                        .as(name)
                        .contains("AADSTS", "Trace ID: ", "Correlation ID: ")
                        .doesNotContain("\r", "\n");
            }
        }
    }

    private SignInException signIn(String tenant) {
        return signIn(tenant, entra.authorityHost());
    }

    private static SignInException signIn(String tenant, String authorityHost) {
        EntraSettings settings = EntraSettings.at(authorityHost)
                .primaryDomain(tenant)
                .clientId("app-1")
                .secret(SECRET);
        GraphTokens tokens = new GraphTokens(settings::get, Clock.systemUTC());
        return catchThrowableOfType(SignInException.class, tokens::bearer);
    }

    private static String body(String description) {
        return "{\"error\":\"invalid_client\",\"error_description\":\"" + description + "\"}";
    }
}
