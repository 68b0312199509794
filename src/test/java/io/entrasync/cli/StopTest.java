package io.entrasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.demo.GraphTenant;
import io.entrasync.demo.TenantOrganization;
import io.entrasync.demo.TenantUser;
import io.entrasync.fake.GraphServer;
import io.entrasync.fake.RequestMatch;
import io.entrasync.flow.TestDatabase;
import io.entrasync.runtime.spring.EntraSyncApplication;
import io.entrasync.store.DirectoryUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service as a process of its own that is told to stop in the middle of a run. */
@Timeout(240)
class StopTest {
    private static final int USERS = 12_000;

    private final GraphTenant tenant =
            new GraphTenant(new TenantOrganization("t-1", "Test company", List.of("example.com")));
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aStopFinishesTheChunkAndTheNextProcessTheRun(TestDatabase database) throws Exception {
        people(USERS);
        List<String> where = where(database);
        try (GraphServer graph = new GraphServer(tenant)) {
            int port = unused();
            Process service = start(graph, port, where);
            JsonNode applying = await(
                    port,
                    run -> run.at("/progress/applied").asInt() > 0
                            && run.at("/progress/total").asInt() > 0);
            assertThat(applying.at("/progress/applied").asInt()).isLessThan(USERS);
            service.destroy();
            assertThat(service.waitFor(40, TimeUnit.SECONDS))
                    .as("stopped in time")
                    .isTrue();

            port = unused();
            service = start(graph, port, where);
            try {
                JsonNode done = await(port, run -> !List.of("", "RUNNING")
                        .contains(run.path("status").asText()));
                assertThat(done.path("id")).as("no other run was needed").isEqualTo(applying.path("id"));
                assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
                assertThat(done.at("/counts/applied/ADD/users").asInt()).isEqualTo(USERS);
                assertThat(done.at("/progress/applied").asInt()).isEqualTo(USERS);
                assertThat(read(port, "/api/accounts").path("total").asInt()).isEqualTo(USERS);
            } finally {
                service.destroyForcibly().waitFor();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aStopWhileReadingIsMadeUpForAtOnce(TestDatabase database) throws Exception {
        people(4_000);
        List<String> where = where(database);
        try (GraphServer graph = new GraphServer(tenant)) {
            graph.when(RequestMatch.path("/users")).delay(Duration.ofMillis(1_500));
            int port = unused();
            Process service = start(graph, port, where);
            JsonNode reading = await(port, run -> run.at("/progress/users").asInt() > 0);
            service.destroy();
            assertThat(service.waitFor(40, TimeUnit.SECONDS))
                    .as("stopped in time")
                    .isTrue();
            assertThat(reading.path("stage").asText()).isEqualTo("READING_USERS");

            port = unused();
            service = start(graph, port, where);
            try {
                JsonNode done = await(port, run -> run.path("status").asText().equals("SUCCEEDED"));
                assertThat(done.path("id")).isNotEqualTo(reading.path("id"));
                String first = "/api/runs/" + reading.path("id").asText();
                assertThat(read(port, first).path("status").asText()).isEqualTo("FAILED");
                assertThat(read(port, first).at("/problem/detail").asText()).contains("The process ended");
            } finally {
                service.destroyForcibly().waitFor();
            }
        }
    }

    /** What the stopped process has left: status, stage, holder of the lease, and how much is applied. */
    private static String left(List<String> where) throws SQLException {
        String url = where.get(0).replaceFirst("[^=]*=", "");
        String user = where.size() > 1 ? where.get(1).replaceFirst("[^=]*=", "") : "sa";
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            String row;
            try (ResultSet rs = statement.executeQuery(
                    "select r.status, r.stage, l.holder, r.applied from sync_run r join run_lease l on l.id = 1")) {
                rs.next();
                row = rs.getString(1) + " " + rs.getString(2) + " " + rs.getString(3) + " " + rs.getInt(4);
            }
            if (url.startsWith("jdbc:hsqldb:")) {
                statement.execute("shutdown");
            }
            return row;
        }
    }

    private void people(int number) {
        for (int i = 0; i < number; i++) {
            tenant.putUser(TenantUser.member("user-" + i, "Name of " + i, "user-" + i + "@example.com"));
        }
    }

    private JsonNode await(int port, Predicate<JsonNode> enough) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> read(port, "/api/runs?size=1").at("/items/0"), enough);
    }

    private JsonNode read(int port, String path) throws Exception {
        String login = Base64.getEncoder().encodeToString("operator:correct horse".getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .build();
        return new ObjectMapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private Process start(GraphServer graph, int port, List<String> where) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EntraSyncApplication.class.getName(),
                "--server.port=" + port,
                "--entrasync.entra.credential=none",
                "--entrasync.graph.base-url=" + graph.baseUrl(),
                "--entrasync.domains=example.com",
                "--entrasync.when.frequency=1h",
                "--entrasync.console.password=correct horse"));
        command.addAll(where);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private List<String> where(TestDatabase database) {
        if (database == TestDatabase.HSQLDB) {
            return List.of(
                    "--entrasync.db.url=" + DirectoryUrl.complete("jdbc:hsqldb:file:" + folder.resolve("directory")));
        }
        try (HikariDataSource empty = database.open()) {
            return List.of(
                    "--entrasync.db.url=" + empty.getJdbcUrl(), "--entrasync.db.username=" + empty.getUsername());
        }
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
