package io.entrasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.fake.RequestMatch;
import io.entrasync.flow.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, against a tenant served over HTTP and a real database. */
class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SampleTenant sample = new SampleTenant();

    @TempDir
    Path folder;

    private GraphServer graph;

    @BeforeEach
    void startGraph() {
        graph = new GraphServer(sample.tenant());
    }

    @AfterEach
    void stopGraph() {
        graph.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void reportPrintsTodaysSummary(TestDatabase database) throws Exception {
        String[] where = where(database);
        run(where, "sync");
        CommandRun report = run(where, "report");
        assertThat(report.exitCode()).as(report.all()).isZero();
        assertThat(report.out()).contains("Entra ID Summary", "Added: ", "Last success: ");
        JsonNode json = JSON.readTree(run(where, "report", "--json").out());
        assertThat(json.path("changes").path("ADD")).isNotEmpty();
        assertThat(json.path("verdict").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void planShowsWhatSyncThenDoesAndAfterwardsNothingIsLeft(TestDatabase database) {
        String[] where = where(database);

        CommandRun plan = run(where, "plan");
        assertThat(plan.exitCode()).as(plan.all()).isEqualTo(2);
        assertThat(plan.out())
                .contains("planned: add ", "ADD     user  ", "primaryAddress ", "members +", "AWAITING_REVIEW");
        assertThat(plan.err()).doesNotContain("Exception");

        CommandRun sync = run(where, "sync");
        assertThat(sync.exitCode()).as(sync.all()).isZero();
        assertThat(sync.out()).contains("read: ", "skipped: ", " GUEST", "applied: add ", "SUCCEEDED");

        CommandRun again = run(where, "plan");
        assertThat(again.exitCode()).as(again.all()).isZero();
        assertThat(again.out()).contains("planned: nothing", "NO_CHANGE");
    }

    @Test
    void jsonIsTheRunOfTheApiWithItsItemsAndNothingElse() throws Exception {
        CommandRun plan = run(where(TestDatabase.HSQLDB), "plan", "--json");

        JsonNode run = JSON.readTree(plan.out());
        assertThat(run.path("status").asText()).isEqualTo("AWAITING_REVIEW");
        assertThat(run.path("trigger").asText()).isEqualTo("COMMAND");
        assertThat(run.path("startedAt").asText()).matches("\\d{4}-.*Z");
        int planned = run.at("/counts/planned/ADD/users").asInt()
                + run.at("/counts/planned/ADD/groups").asInt();
        assertThat(run.path("items")).hasSize(planned);
        assertThat(run.at("/items/0/changes/0/attribute").asText()).isEqualTo("primaryAddress");
    }

    @Test
    void checkShowsThatTheConnectionWorks() throws Exception {
        String[] where = where(TestDatabase.HSQLDB);

        CommandRun check = run(where, "check");
        assertThat(check.exitCode()).as(check.all()).isZero();
        assertThat(check.out()).contains("User.Read.All", "reading users", "connection: works");
        assertThat(graph.requests(RequestMatch.path("/users"))).hasSize(1);

        JsonNode json = JSON.readTree(run(where, "check", "--json").out());
        assertThat(json.path("problem").isNull()).isTrue();
        assertThat(json.path("permissions")).hasSize(6);
    }

    @Test
    void explainTellsWhatASyncWouldDoAndWhy() throws Exception {
        String[] where = where(TestDatabase.HSQLDB);

        CommandRun text = run(where, "explain", SampleTenant.EXEMPT_ADDRESS);
        assertThat(text.exitCode()).as(text.all()).isZero();
        assertThat(text.out()).contains("IMPORT: USER", "SCOPE: EXEMPT", "not reached", "would do: NONE");

        JsonNode json = JSON.readTree(
                run(where, "explain", SampleTenant.userId(2), "--json").out());
        assertThat(json.path("wouldDo").asText()).isEqualTo("ADD");

        CommandRun senseless = run(where, "explain", "nonsense");
        assertThat(senseless.exitCode()).isEqualTo(1);
        assertThat(senseless.err()).contains("nonsense is neither a mail address nor an Entra object id");

        graph.when(RequestMatch.anyRequest()).answer(403);
        CommandRun refused = run(where, "explain", SampleTenant.userId(2));
        assertThat(refused.exitCode()).as(refused.all()).isEqualTo(5);
        assertThat(refused.err()).contains("PERMISSION_MISSING", "What to do: ");
    }

    @Test
    void anIncompleteReadHasItsOwnExitCode() {
        graph.when(RequestMatch.path("/groups")).answer(503);

        CommandRun sync = run(where(TestDatabase.HSQLDB), "sync", "--entrasync.graph.max-attempts=1");

        assertThat(sync.exitCode()).as(sync.all()).isEqualTo(6);
        assertThat(sync.err())
                .contains("READ_INCOMPLETE", "503", "What to do: ")
                .doesNotContain("Exception");
    }

    @Test
    void checkTellsWhatGraphRefuses() throws Exception {
        graph.when(RequestMatch.path("/users")).answer(403);

        CommandRun check = run(where(TestDatabase.HSQLDB), "check", "--json");

        assertThat(check.exitCode()).isEqualTo(5);
        assertThat(JSON.readTree(check.out()).at("/problem/code").asText()).isEqualTo("PERMISSION_MISSING");
    }

    @Test
    void aMissingConfigurationCountsAsSignIn() {
        CommandRun check = run(
                where(TestDatabase.HSQLDB),
                "check",
                "--entrasync.entra.credential=auto",
                "--entrasync.entra.client-id=app");

        assertThat(check.exitCode()).isEqualTo(5);
        assertThat(check.err()).contains("NOT_CONFIGURED", "entra.primary-domain");
        assertThat(check.out()).as("nothing is known of permissions").doesNotContain("User.Read.All");
        assertThat(check.err())
                .as("the operator's password is made up and shown where it is of use")
                .doesNotContain("password");
    }

    @Test
    void aRunElsewhereIsNotDisturbed() throws Exception {
        String[] where = where(TestDatabase.POSTGRESQL);
        assertThat(run(where, "plan").exitCode()).isEqualTo(2);
        String url = where[0].substring(where[0].indexOf('=') + 1);
        try (var connection = java.sql.DriverManager.getConnection(url, "postgres", "")) {
            connection
                    .createStatement()
                    .execute("update run_lease set holder = 'another', heartbeat_at = current_timestamp");
        }

        CommandRun sync = run(where, "sync", "--json");

        assertThat(sync.exitCode()).as(sync.all()).isEqualTo(1);
        assertThat(sync.err()).contains("RUN_IN_PROGRESS", "What to do: Wait");
        assertThat(JSON.readTree(sync.out()).at("/problem/code").asText()).isEqualTo("RUN_IN_PROGRESS");
    }

    @Test
    void aWrongSettingIsNamed() {
        CommandRun sync = run(where(TestDatabase.HSQLDB), "sync", "--entrasync.when.frequency=2h");

        assertThat(sync.exitCode()).isEqualTo(1);
        assertThat(sync.err().strip())
                .isEqualTo(
                        "entrasync.when.frequency = 2h is not valid: allowed is one of 1h, 3h, 6h, 12h, 24h, never.");
        assertThat(sync.out()).isEmpty();
    }

    @Test
    void aSettingThatNobodyReadsIsWarnedOf() {
        CommandRun check = run(where(TestDatabase.HSQLDB), "check", "--entrasync.when.frequncy=1h");

        assertThat(check.exitCode()).isZero();
        assertThat(check.err()).contains("entrasync.when.frequncy", "did you mean entrasync.when.frequency?");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }

        CommandRun sync = CommandRun.of("sync", "--entrasync.db.url=jdbc:postgresql://127.0.0.1:" + unused + "/x");

        assertThat(sync.exitCode()).isEqualTo(1);
        assertThat(sync.err())
                .contains("DIRECTORY_UNAVAILABLE", "127.0.0.1:" + unused, "refused", "What to do: ")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chek", "sync --jsn", "plan now", "-x"})
    void wrongUsageIsExplainedWithoutAStart(String line) {
        CommandRun wrong = CommandRun.of(line.split(" "));

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("Usage: entra-sync").doesNotContain("\tat ");
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void helpAndVersionNeedNoStart() {
        assertThat(CommandRun.of("--help").out()).contains("check", "plan", "sync", "Exit codes");
        assertThat(CommandRun.of("--version").out()).startsWith("entra-sync ");
        assertThat(CommandRun.of("plan", "--help")).satisfies(help -> {
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("--json");
        });
    }

    @Test
    void onlyACommandIsACommand() {
        assertThat(EntraSyncCommand.isAsked("--entrasync.graph.page-size=5", "sync"))
                .isTrue();
        assertThat(EntraSyncCommand.isAsked("--help")).isTrue();
        assertThat(EntraSyncCommand.isAsked("--server.port=0", "--entrasync.when.frequency=1h"))
                .isFalse();
        assertThat(EntraSyncCommand.isAsked()).isFalse();
    }

    private CommandRun run(String[] where, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        Stream.of(where)
                .filter(given -> all.stream().noneMatch(argument -> argument.startsWith(given.split("=")[0] + "=")))
                .toList()
                .forEach(all::add);
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Settings of a new database and of the tenant; the database first. */
    private String[] where(TestDatabase database) {
        List<String> where = new ArrayList<>();
        if (database == TestDatabase.HSQLDB) {
            where.add("--entrasync.db.url=jdbc:hsqldb:file:" + folder.resolve("directory"));
        } else {
            try (HikariDataSource empty = database.open()) {
                where.add("--entrasync.db.url=" + empty.getJdbcUrl());
                where.add("--entrasync.db.username=" + empty.getUsername());
            }
        }
        where.add("--entrasync.entra.credential=none");
        where.add("--entrasync.graph.base-url=" + graph.baseUrl());
        where.add("--entrasync.domains=example.com,example.org");
        where.add("--entrasync.exempt=" + SampleTenant.EXEMPT_ADDRESS);
        return where.toArray(String[]::new);
    }
}
