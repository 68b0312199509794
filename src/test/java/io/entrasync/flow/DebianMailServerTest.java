package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server as it is in the field: Debian's Exim, which delivers into a file. */
class DebianMailServerTest {
    private static final Path EXIM = Path.of("/usr/sbin/exim4");

    @TempDir
    Path folder;

    @Test
    void eximTakesTheSummaryOnce() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(EXIM), "Skipped: no exim4 is installed (Debian: exim4-daemon-light).");
        Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root"), "Skipped: Exim is started as root only.");
        int port = freePort();
        Process exim = start(port);
        try (Mailed mailed =
                new Mailed(TestDatabase.HSQLDB, Map.of("mail.host", "localhost", "mail.port", String.valueOf(port)))) {
            mailed.company.user("björk", "bjork@example.com");
            mailed.scheduled();
            mailed.tick(Duration.ofMinutes(31));
            mailed.tick();
            assertThat(mailed.company.product.rows("select last_error from mail_message where last_error is not null"))
                    .isEmpty();
            Path box = folder.resolve("box");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(box) && Files.size(box) > 0);
            assertThat(Files.readString(box))
                    .containsOnlyOnce("Message-ID: <summary-2026-11-24.")
                    .contains("Entra ID Summary", "bjork@example.com", "entra-id-changes-2026-11-24.csv")
                    .doesNotContain("Authorization");
        } finally {
            exim.destroy();
            exim.waitFor();
        }
    }

    private Process start(int port) throws Exception {
        Path configuration = folder.resolve("exim.conf");
        Files.writeString(configuration, """
                primary_hostname = localhost
                local_interfaces = 127.0.0.1
                spool_directory = %1$s/spool
                log_file_path = %1$s/%%slog
                pid_file_path = %1$s/pid
                acl_smtp_rcpt = accept
                acl_smtp_data = accept
                smtp_accept_keepalive = false
                begin routers
                everybody:
                  driver = accept
                  transport = file
                begin transports
                file:
                  driver = appendfile
                  file = %1$s/box
                  user = Debian-exim
                """.formatted(folder));
        new ProcessBuilder("chown", "Debian-exim", folder.toString()).start().waitFor();
        Process exim = new ProcessBuilder(
                        EXIM.toString(), "-C", configuration.toString(), "-bdf", "-oX", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers(port));
        return exim;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.getInputStream().read() == '2';
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
