package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.entrasync.fake.TokenServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** With every logger at its most talkative, the libraries' and the JDK's too, neither secret nor token is written. */
class ConfidentialityTest {
    private static final String SECRET = "Qx18Q~v.6sR2mJw_eT0pLhZk3YbN5aCdUfGi9oWx";
    private static final String WRONG = "Zz98Q~r.1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1u";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Captured captured = new Captured();

    @TempDir
    Path files;

    private Level before;
    private TokenServer entra;

    private static final class Captured extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + Arrays.toString(event.getArgumentArray()) + event.getMDCPropertyMap()
                    + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }

    @BeforeEach
    void logEverything() {
        entra = TokenServer.start().accept("app-1", SECRET, "tenant-1", List.of("User.Read.All"));
        before = root.getLevel();
        SLF4JBridgeHandler.install();
        LogManager.getLogManager().getLogger("").setLevel(java.util.logging.Level.ALL);
        // the product's own caps are lifted too, in case it was started before
        root.getLoggerContext().getLoggerList().stream()
                .filter(logger -> logger != root)
                .forEach(logger -> logger.setLevel(null));
        root.setLevel(Level.TRACE);
        captured.setContext(root.getLoggerContext());
        captured.start();
        root.addAppender(captured);
    }

    @AfterEach
    void logAsBefore() {
        root.detachAppender(captured);
        root.setLevel(before);
        LogManager.getLogManager().getLogger("").setLevel(java.util.logging.Level.INFO);
        SLF4JBridgeHandler.uninstall();
        entra.close();
    }

    @Test
    void neitherSecretNorTokenIsLogged() throws Exception {
        EntraSettings settings = EntraSettings.at(entra.authorityHost()).clientId("app-1");
        Path file = Files.writeString(files.resolve("secret"), SECRET);
        GraphTokens refused = tokens(settings.secret(WRONG));
        GraphTokens tokens = tokens(settings.secret(SECRET));
        List<String> issued = new ArrayList<>();

        Throwable refusal = catchThrowable(refused::bearer);
        issued.add(tokens.bearer());
        tokens.renew();
        issued.add(tokens.bearer());
        issued.add(tokens(settings.secretFile(file)).bearer());

        assertThat(refusal).isInstanceOf(SignInException.class);
        assertThat(captured.lines).anyMatch(line -> line.startsWith("com.microsoft.aad.msal4j"));
        assertThat(captured.lines).anyMatch(line -> line.startsWith("com.azure"));
        assertThat(issued).doesNotContainNull();
        assertThat(captured.lines).noneMatch(line -> line.contains(core(SECRET)) || line.contains(core(WRONG)));
        for (String token : issued) {
            assertThat(captured.lines).noneMatch(line -> line.contains(token.split("\\.")[1]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid request: %s",
        "200, %s",
        "200, '{\"token_type\":\"Bearer\",\"access_token\":\"%s'",
        "401, '{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: wrong is %s\"}'",
        "401, '{\"error\":\"%s\"}'"
    })
    void whatABrokenAnswerRepeatsIsNotLogged(int status, String answer) {
        String token = TokenClaimsTest.token("{\"tid\":\"tenant-1\"}");
        GraphTokens tokens =
                tokens(EntraSettings.at(entra.authorityHost()).clientId("app-1").secret(SECRET));

        entra.answer(status, answer.formatted(SECRET));
        Throwable first = catchThrowable(tokens::bearer);
        entra.answer(status, answer.formatted(token));
        Throwable second = catchThrowable(tokens::bearer);

        for (Throwable failure : List.of(first, second)) {
            assertThat(failure).isInstanceOf(SignInException.class).hasNoCause();
            assertThat(failure.toString()).doesNotContain(core(SECRET), token);
        }
        assertThat(captured.lines).noneMatch(line -> line.contains(core(SECRET)) || line.contains(token));
    }

    /** The part of a secret that looks the same in a form, in JSON and in a URL. */
    private static String core(String secret) {
        return secret.substring(secret.indexOf('.') + 1);
    }

    private static GraphTokens tokens(EntraSettings settings) {
        return new GraphTokens(settings::get, Clock.systemUTC());
    }
}
