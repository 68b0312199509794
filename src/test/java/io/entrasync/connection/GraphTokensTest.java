package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphTokensTest {
    private static final String SECRET = "Qx18Q~v.6sR2mJw_eT0pLhZk3YbN5aCdUfGi9oWx";

    @TempDir
    Path files;

    private TokenServer entra;
    private EntraSettings settings;
    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void startEntra() {
        entra = TokenServer.start().accept("app-1", SECRET, "tenant-1", List.of("User.Read.All"));
        settings = EntraSettings.at(entra.authorityHost()).clientId("app-1");
    }

    @AfterEach
    void stopEntra() {
        entra.close();
    }

    @Test
    void aSecretIsExchangedForATokenThatIsKept() {
        GraphTokens tokens = tokens(settings.secret(SECRET));

        String first = tokens.bearer();

        assertThat(first).isEqualTo(entra.tokens().get(0));
        assertThat(tokens.bearer()).isEqualTo(first);
        assertThat(entra.requests()).isOne();
        assertThat(entra.lastRequest().get("scope")).contains("https://graph.microsoft.com/.default");
        TokenClaims claims = TokenClaims.of(first);
        assertThat(claims).isEqualTo(new TokenClaims(true, "tenant-1", "app-1", List.of("User.Read.All")));
    }

    @Test
    void aTokenIsRenewedFiveMinutesBeforeItsEnd() {
        GraphTokens tokens = tokens(settings.secret(SECRET));
        String first = tokens.bearer();

        clock.forward(Duration.ofSeconds(3599).minusMinutes(5).minusSeconds(30));
        assertThat(tokens.bearer()).isEqualTo(first);
        clock.forward(Duration.ofSeconds(31));
        assertThat(tokens.bearer()).isNotEqualTo(first).isEqualTo(entra.tokens().get(1));
        assertThat(entra.requests()).isEqualTo(2);
    }

    @Test
    void renewGetsAnotherToken() {
        GraphTokens tokens = tokens(settings.secret(SECRET));
        String first = tokens.bearer();

        tokens.renew();

        assertThat(tokens.bearer()).isNotEqualTo(first);
    }

    @Test
    void aTokenThatManyCallsReportAsRefusedIsRenewedOnce() {
        GraphTokens tokens = tokens(settings.secret(SECRET));
        String first = tokens.bearer();

        tokens.refused(first);
        String second = tokens.bearer();
        tokens.refused(first);

        assertThat(tokens.bearer()).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    void concurrentCallersSignInOnce() {
        entra.delay(Duration.ofMillis(300));
        GraphTokens tokens = tokens(settings.secret(SECRET));
        Set<String> seen = ConcurrentHashMap.newKeySet();

        List<Thread> callers = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> seen.add(tokens.bearer())))
                .toList();
        callers.forEach(Thread::start);
        callers.forEach(GraphTokensTest::join);

        assertThat(seen).hasSize(1);
        assertThat(entra.requests()).isOne();
    }

    @Test
    void aChangedSecretFileIsReadAgain() throws Exception {
        Path file = Files.writeString(files.resolve("secret"), "an old secret\n");
        GraphTokens tokens = tokens(settings.secretFile(file));
        assertThat(refusal(tokens).problem().code()).isEqualTo(ProblemCode.SECRET_WRONG);

        Files.writeString(file, SECRET + "\r\n");

        assertThat(tokens.bearer()).isNotNull();
        assertThat(entra.lastRequest()).containsEntry("client_secret", SECRET);
    }

    @Test
    void aChangedSettingCountsFromTheNextCallOn() {
        AtomicReference<EntraSettings> current = new AtomicReference<>(settings.secret(SECRET));
        GraphTokens tokens = new GraphTokens(() -> current.get().get(), clock);
        tokens.bearer();

        current.set(settings.clientId("app-2").secret(SECRET));

        assertThat(refusal(tokens).problem().code()).isEqualTo(ProblemCode.APPLICATION_UNKNOWN);
    }

    @Test
    void aRefusalIsAskedForOnceOnly() {
        entra.refuse(401, "invalid_client", 7000222, "The provided client secret keys are expired.");

        SignInException refusal = refusal(tokens(settings.secret(SECRET)));

        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.SECRET_EXPIRED);
        assertThat(refusal.retryable()).isFalse();
        assertThat(entra.requests()).isOne();
    }

    @Test
    void afterARefusalTheNextCallSignsInAgain() {
        entra.refuse(503, "temporarily_unavailable", 90033, "A transient error has occurred.");
        GraphTokens tokens = tokens(settings.secret(SECRET));
        assertThat(refusal(tokens).retryable()).isTrue();

        entra.accept("app-1", SECRET, "tenant-1", List.of());

        assertThat(tokens.bearer()).isEqualTo(entra.tokens().get(0));
    }

    private GraphTokens tokens(EntraSettings given) {
        return new GraphTokens(given::get, clock);
    }

    private static SignInException refusal(GraphTokens tokens) {
        return catchThrowableOfType(SignInException.class, tokens::bearer);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
