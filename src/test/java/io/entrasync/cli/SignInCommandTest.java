package io.entrasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.SampleTenant;
import io.entrasync.demo.TenantApplication;
import io.entrasync.fake.GraphServer;
import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import io.entrasync.store.DirectoryUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Commands that sign in: each refusal has its code and remedy, and nothing secret is ever written. */
class SignInCommandTest {
    private static final String SECRET = "Qx18Q~v.6sR2mJw_eT0pLhZk3YbN5aCdUfGi9oWx";
    // of no interest, and hundreds of megabytes
    private static final String QUIET = "--logging.level.javax.management=OFF";
    private static final String WRONG = "Zz98Q~r.1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1u";
    private static final List<String> ROLES = List.of("User.Read.All", "GroupMember.Read.All");

    @TempDir
    Path folder;

    private TokenServer entra;
    private GraphServer graph;

    @BeforeEach
    void start() {
        entra = TokenServer.start().accept("app-1", SECRET, "tenant-1", ROLES);
        graph = new GraphServer(new SampleTenant().tenant());
    }

    @AfterEach
    void stop() {
        entra.close();
        graph.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_client, 7000222, SECRET_EXPIRED",
        "401, invalid_client, 7000215, SECRET_WRONG",
        "400, invalid_request, 90002, TENANT_UNKNOWN",
        "400, unauthorized_client, 700016, APPLICATION_UNKNOWN",
        "400, invalid_grant, 65001, CONSENT_MISSING",
    })
    void aRefusedSignInEndsWithItsCodeAndRemedy(int status, String error, int aadsts, ProblemCode code) {
        entra.refuse(status, error, aadsts, "No.");

        for (String command : List.of("check", "sync")) {
            CommandRun refused = run(command);
            assertThat(refused.exitCode()).as(refused.all()).isEqualTo(5);
            assertThat(refused.err())
                    .contains(code.name(), code.title(), code.remedy(), "AADSTS" + aadsts)
                    .doesNotContain("\tat ");
        }
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void noConsentAtAllIsTold() {
        entra.accept("app-1", SECRET, "tenant-1", List.of());

        CommandRun check = run("check");

        assertThat(check.exitCode()).isEqualTo(5);
        assertThat(check.err()).contains("CONSENT_MISSING", ProblemCode.CONSENT_MISSING.remedy());
    }

    @Test
    void aMissingPermissionIsNamedWithWhatItIsNeededFor() {
        entra.accept("app-1", SECRET, "tenant-1", List.of("User.Read.All"));

        CommandRun check = run("check");

        assertThat(check.exitCode()).isEqualTo(5);
        assertThat(check.out()).containsPattern("User.Read.All +yes").containsPattern("GroupMember.Read.All +no");
        assertThat(check.err()).contains("PERMISSION_MISSING", "Missing: GroupMember.Read.All (reading groups");
    }

    @Test
    void whatACheckFindsIsKept() throws Exception {
        assertThat(run("check").exitCode()).isZero();
        assertThat(state()).isEqualTo("true null");
        entra.refuse(401, "invalid_client", 7000222, "Expired.");
        assertThat(run("check").exitCode()).isEqualTo(5);
        assertThat(state()).startsWith("false ").contains("SECRET_EXPIRED");
        assertThat(entra.requests()).isEqualTo(2);
    }

    private String state() throws Exception {
        String url = DirectoryUrl.complete("jdbc:hsqldb:file:" + folder.resolve("directory") + ";shutdown=true");
        try (Connection directory = DriverManager.getConnection(url, "sa", "");
                Statement statement = directory.createStatement();
                ResultSet row = statement.executeQuery("select connection_green, last_problem from directory_state")) {
            row.next();
            return row.getBoolean(1) + " " + row.getString(2);
        }
    }

    @Test
    void aCheckTellsWhenTheSecretEnds() {
        entra.accept(
                "app-1", SECRET, "tenant-1", List.of("User.Read.All", "GroupMember.Read.All", "Application.Read.All"));
        assertThat(run("check").out()).contains("connection: works").doesNotContain("ends:");
        graph.tenant()
                .setApplication(new TenantApplication(
                        "object-1",
                        "app-1",
                        "Sync",
                        List.of(new TenantApplication.Secret(
                                "key-1", SECRET.substring(0, 3), Instant.parse("2031-05-06T09:19:47.8601311Z")))));

        assertThat(run("check").out()).contains("secret or certificate ends: 2031-05-06", "connection: works");
        assertThat(run("check", "--json").out()).contains("\"secretExpiresOn\"", "\"2031-05-06\"");
    }

    @Test
    void anotherTenantThanTheBoundOneIsRefused() {
        assertThat(run("sync").exitCode()).isZero();
        entra.accept("app-1", SECRET, "tenant-2", ROLES);

        CommandRun check = run("check");

        assertThat(check.exitCode()).as(check.all()).isEqualTo(ExitCode.READ);
        assertThat(check.out()).contains("tenant: tenant-2, bound to: tenant-1");
        assertThat(check.err()).contains("TENANT_CHANGED");
    }

    @Test
    void neitherSecretNorTokenIsWrittenHoweverTalkativeTheLogs() {
        Logger jdk = LogManager.getLogManager().getLogger("");
        jdk.setLevel(Level.ALL);
        try {
            CommandRun sync = run("sync", "--logging.level.root=TRACE", QUIET);
            CommandRun refused =
                    run("check", "--logging.level.root=TRACE", QUIET, "--entrasync.entra.client-secret=" + WRONG);

            assertThat(sync.exitCode()).isZero();
            assertThat(refused.exitCode()).isEqualTo(5);
            assertThat(sync.err()).contains("TRACE", "org.apache.camel");
            assertThat(entra.tokens()).isNotEmpty();
            for (String written : List.of(sync.all(), refused.all())) {
                assertThat(lines(written, SECRET, WRONG)).isEmpty();
                assertThat(lines(written, entra.tokens().toArray(String[]::new)))
                        .isEmpty();
            }
        } finally {
            jdk.setLevel(Level.INFO);
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        }
    }

    /** The lines that show one of the secrets, or the part of a token that nobody else has. */
    private static List<String> lines(String written, String... secrets) {
        List<String> found = new ArrayList<>();
        for (String secret : secrets) {
            String core = secret.split("\\.")[1];
            written.lines()
                    .filter(line -> line.contains(core))
                    .map(line -> line.substring(0, Math.min(400, line.length())))
                    .forEach(found::add);
        }
        return found;
    }

    private CommandRun run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(more));
        if (List.of(more).stream().noneMatch(argument -> argument.contains("client-secret"))) {
            arguments.add("--entrasync.entra.client-secret=" + SECRET);
        }
        arguments.add("--entrasync.db.url=jdbc:hsqldb:file:" + folder.resolve("directory"));
        arguments.add("--entrasync.entra.primary-domain=contoso.example");
        arguments.add("--entrasync.entra.client-id=app-1");
        arguments.add("--entrasync.entra.authority-host=" + entra.authorityHost());
        arguments.add("--entrasync.entra.disable-instance-discovery=true");
        arguments.add("--entrasync.graph.base-url=" + graph.baseUrl());
        arguments.add("--entrasync.domains=example.com,example.org");
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
