package io.entrasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.runtime.spring.EntraSyncApplication;
import io.entrasync.store.DirectoryUrl;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
@Timeout(120)
class ProcessTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    /** Another process: opens the database, says so, and keeps it until it is ended. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            try (Connection connection = DriverManager.getConnection(args[0], "sa", "")) {
                System.out.println("open " + connection.isValid(1));
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void standardOutputHoldsTheJsonAndTheExitCodeTheResult() throws Exception {
        try (GraphServer graph = new GraphServer(new SampleTenant().tenant())) {
            Process process = new ProcessBuilder(java(
                            EntraSyncApplication.class,
                            "plan",
                            "--json",
                            "--entrasync.entra.credential=none",
                            "--entrasync.graph.base-url=" + graph.baseUrl(),
                            "--entrasync.domains=example.com",
                            "--entrasync.db.url=" + url()))
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor())
                    .as(Files.readString(folder.resolve("err")))
                    .isEqualTo(2);
            JsonNode run = new ObjectMapper().readTree(out);
            assertThat(run.path("status").asText()).isEqualTo("AWAITING_REVIEW");
            assertThat(out.strip().lines()).hasSize(1);
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsNamed() throws Exception {
        Process holder = new ProcessBuilder(java(Holder.class, DirectoryUrl.complete(url()))).start();
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open true");

            CommandRun sync = CommandRun.of("sync", "--entrasync.db.url=" + url());

            assertThat(sync.exitCode()).as(sync.all()).isEqualTo(1);
            assertThat(sync.err())
                    .contains(
                            "DIRECTORY_UNAVAILABLE", folder.resolve("directory").toString())
                    .contains("another process", "/api/runs", "entrasync.db.url", "PostgreSQL")
                    .doesNotContain("\tat ", "Exception");
        } finally {
            holder.destroy();
        }
    }

    @Test
    void theServiceSaysWhyItDoesNotStart() throws Exception {
        Process process = new ProcessBuilder(
                        java(EntraSyncApplication.class, "--server.port=0", "--entrasync.entra.cloud=mars"))
                .redirectErrorStream(true)
                .start();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(written)
                .contains("entrasync.entra.cloud = mars is not valid: allowed is one of global", "Correct the file")
                .doesNotContain("\tat ");
    }

    private String url() {
        return "jdbc:hsqldb:file:" + folder.resolve("directory");
    }

    private static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(JAVA, "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
