package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.fake.SmtpServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail servers as they are: with and without TLS and login; and what is said when one does not take a mail. */
class MailServerTest {
    private static final String PASSWORD = "mail-password";

    @ParameterizedTest
    @CsvSource({"NONE, none", "STARTTLS, starttls", "TLS, tls"})
    void aMailLeavesOverEachKindOfConnection(SmtpServer.Tls kind, String tls) throws Exception {
        try (SmtpServer server = SmtpServer.trusted(kind);
                Mailed mailed = mailed(server.port(), tls, PASSWORD)) {
            alert(mailed);
            assertThat(problem(mailed)).isEmpty();
            assertThat(server.senders()).containsExactly("sync@service.example");
            assertThat(server.logins()).containsExactly("mail-user");
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsNoMailAndSaysSo() throws Exception {
        for (SmtpServer.Tls kind : List.of(SmtpServer.Tls.STARTTLS, SmtpServer.Tls.TLS)) {
            try (SmtpServer server = SmtpServer.untrusted(kind);
                    Mailed mailed = mailed(server.port(), kind.name().toLowerCase(Locale.ROOT), PASSWORD)) {
                alert(mailed);
                assertThat(problem(mailed))
                        .singleElement()
                        .asString()
                        .startsWith(
                                "The certificate of the mail server localhost:" + server.port() + " is not trusted");
                assertThat(server.logins()).as("no password for a stranger").isEmpty();
            }
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotTrustedEither() throws Exception {
        try (SmtpServer server = SmtpServer.trusted(SmtpServer.Tls.TLS);
                Mailed mailed = mailed(Map.of(
                        "mail.host", "127.0.0.2", "mail.port", String.valueOf(server.port()), "mail.tls", "tls"))) {
            alert(mailed);
            assertThat(problem(mailed)).singleElement().asString().contains("127.0.0.2");
            assertThat(server.senders()).isEmpty();
        }
    }

    @Test
    void withoutStartTlsNothingIsSaidInTheClear() throws Exception {
        try (SmtpServer server = SmtpServer.trusted(SmtpServer.Tls.NONE);
                Mailed mailed = mailed(server.port(), "starttls", PASSWORD)) {
            alert(mailed);
            assertThat(problem(mailed)).singleElement().asString().contains("mail.tls = starttls");
            assertThat(server.logins()).isEmpty();
        }
    }

    @Test
    void aRefusedLoginNamesTheSettingsAndNotThePassword() throws Exception {
        try (SmtpServer server = SmtpServer.trusted(SmtpServer.Tls.STARTTLS);
                Mailed mailed = mailed(server.port(), "starttls", "wrong-password")) {
            alert(mailed);
            assertThat(problem(mailed))
                    .singleElement()
                    .asString()
                    .contains("refused the login", "check mail.username and mail.password")
                    .doesNotContain("wrong-password");
        }
    }

    @Test
    void aServerThatIsNotThereOrNotKnownIsNamed() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Mailed mailed = mailed(free, "none", PASSWORD)) {
            alert(mailed);
            assertThat(problem(mailed))
                    .singleElement()
                    .asString()
                    .contains("localhost:" + free, "mail.host and mail.port");
        }
        try (Mailed mailed = mailed(Map.of("mail.host", "no-such-host.invalid"))) {
            alert(mailed);
            assertThat(problem(mailed))
                    .containsExactly("The mail server no-such-host.invalid:%s is not known: check mail.host."
                            .formatted(mailed.port()));
        }
    }

    private static Mailed mailed(int port, String tls, String password) throws Exception {
        return mailed(Map.of(
                "mail.host",
                "localhost",
                "mail.port",
                String.valueOf(port),
                "mail.tls",
                tls,
                "mail.username",
                "mail-user",
                "mail.password",
                password));
    }

    private static Mailed mailed(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("report.at", "23:59");
        return new Mailed(TestDatabase.HSQLDB, all);
    }

    private static void alert(Mailed mailed) throws Exception {
        mailed.company.user("one", "one@unknown.example");
        mailed.scheduled();
        mailed.tick();
    }

    private static List<String> problem(Mailed mailed) {
        return mailed.company.product.rows("select last_error from mail_message where last_error is not null");
    }
}
