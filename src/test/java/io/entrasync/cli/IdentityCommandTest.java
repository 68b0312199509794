package io.entrasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.ClusterToken;
import io.entrasync.fake.GraphServer;
import io.entrasync.fake.IdentityServer;
import io.entrasync.fake.TokenServer;
import io.entrasync.runtime.spring.EntraSyncApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in without any secret of our own: by what the Azure host or the cluster proves. */
@Timeout(120)
class IdentityCommandTest {
    private static final List<String> ROLES = List.of("User.Read.All", "GroupMember.Read.All");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    private GraphServer graph;

    /** What a process wrote, and how it ended. */
    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void startGraph() {
        graph = new GraphServer(new SampleTenant().tenant());
    }

    @AfterEach
    void stopGraph() {
        System.clearProperty("AZURE_FEDERATED_TOKEN_FILE");
        graph.close();
    }

    @Test
    void theHostsManagedIdentitySignsIn() throws Exception {
        try (IdentityServer host = new IdentityServer("tenant-1", ROLES)) {
            Ended check =
                    process(host.environment(), "check", "--json", "--entrasync.entra.credential=managed-identity");

            assertThat(check.exitCode()).as(check.err()).isZero();
            JsonNode report = new ObjectMapper().readTree(check.out());
            assertThat(report.path("tenantId").asText()).isEqualTo("tenant-1");
            assertThat(report.path("problem").isNull()).isTrue();
            assertThat(granted(report, true)).containsExactlyElementsOf(ROLES);
            assertThat(granted(report, false)).contains("Member.Read.Hidden", "MailboxSettings.Read");
            assertThat(host.queries()).singleElement().asString().contains("resource=https://graph.microsoft.com");
            assertThat(host.queries().get(0)).doesNotContain("client_id");
            assertThat(graph.requests()).hasSize(1);
            assertThat(check.out() + check.err()).doesNotContain(IdentityServer.HEADER);
        }
    }

    @Test
    void ofSeveralTheOneThatIsNamedSignsInAndSyncs() throws Exception {
        try (IdentityServer host = new IdentityServer("tenant-1", ROLES)) {
            Ended sync = process(
                    host.environment(),
                    "sync",
                    "--json",
                    "--entrasync.entra.credential=managed-identity",
                    "--entrasync.entra.client-id=user-assigned");

            assertThat(sync.exitCode()).as(sync.err()).isZero();
            assertThat(host.queries()).isNotEmpty().allSatisfy(query -> assertThat(query)
                    .contains("client_id=user-assigned"));
        }
    }

    @Test
    void aHostThatRefusesIsNamedAsTheCause() throws Exception {
        try (IdentityServer host = new IdentityServer("tenant-1", ROLES)) {
            host.refuse(400, "{\"statusCode\":400,\"message\":\"No managed identity of that name.\"}");
            Ended check =
                    process(host.environment(), "check", "--json", "--entrasync.entra.credential=managed-identity");

            assertThat(check.exitCode()).as(check.err()).isEqualTo(5);
            JsonNode problem = new ObjectMapper().readTree(check.out()).path("problem");
            assertThat(problem.path("code").asText()).isEqualTo("SIGN_IN_FAILED");
            assertThat(problem.path("detail").asText()).containsIgnoringCase("managed identity");
            assertThat(check.err())
                    .contains("SIGN_IN_FAILED", "What to do:")
                    .doesNotContain("\tat ", IdentityServer.HEADER);
            assertThat(graph.requests()).isEmpty();
        }
    }

    @Test
    void aClustersTokenSignsIn() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), ClusterToken.of("pod"));
        System.setProperty("AZURE_FEDERATED_TOKEN_FILE", token.toString());
        try (TokenServer entra = TokenServer.start().accept("app-1", "no secret", "tenant-1", ROLES)) {
            CommandRun check = workload(entra);
            assertThat(check.exitCode()).as(check.all()).isZero();
            JsonNode report = new ObjectMapper().readTree(check.out());
            assertThat(granted(report, true)).containsExactlyElementsOf(ROLES);
            assertThat(entra.lastRequest()).containsEntry("client_assertion", ClusterToken.of("pod"));

            entra.refuse(401, "invalid_client", 700213, "No matching federated identity record found.");
            CommandRun refused = workload(entra);
            assertThat(refused.exitCode()).isEqualTo(5);
            assertThat(refused.err()).contains("SECRET_WRONG", "AADSTS700213").doesNotContain(ClusterToken.of("pod"));
        }
    }

    @Test
    void aLogFileIsWrittenWhereOneIsNamed() throws Exception {
        Path log = folder.resolve("command.log");
        try (IdentityServer host = new IdentityServer("tenant-1", ROLES)) {
            Ended check = process(
                    host.environment(),
                    "check",
                    "--json",
                    "--entrasync.entra.credential=managed-identity",
                    "--entrasync.no-such-key=1",
                    "--logging.file.name=" + log);
            assertThat(check.exitCode()).as(check.err()).isZero();
            assertThat(check.out().strip().lines()).hasSize(1);
            assertThat(check.err()).contains("no-such-key");
            assertThat(Files.readString(log)).contains("no-such-key");
            try (var files = Files.list(Path.of("."))) {
                assertThat(files).noneMatch(file -> file.toString().contains("IS_UNDEFINED"));
            }
        }
    }

    private CommandRun workload(TokenServer entra) {
        List<String> arguments = new ArrayList<>(List.of(
                "check",
                "--json",
                "--entrasync.entra.credential=workload-identity",
                "--entrasync.entra.primary-domain=contoso.example",
                "--entrasync.entra.client-id=app-1",
                "--entrasync.entra.authority-host=" + entra.authorityHost(),
                "--entrasync.entra.disable-instance-discovery=true"));
        arguments.addAll(common());
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private List<String> common() {
        return List.of(
                "--entrasync.graph.base-url=" + graph.baseUrl(),
                "--entrasync.domains=example.com,example.org",
                "--entrasync.db.url=jdbc:hsqldb:file:" + folder.resolve("directory"));
    }

    private Ended process(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                EntraSyncApplication.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(common());
        Path err = folder.resolve("err");
        ProcessBuilder process = new ProcessBuilder(command).redirectError(err.toFile());
        process.environment().putAll(environment);
        Process started = process.start();
        String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(started.waitFor(), out, Files.readString(err));
    }

    private static List<String> granted(JsonNode report, boolean granted) {
        List<String> names = new ArrayList<>();
        report.path("permissions").forEach(permission -> {
            if (permission.path("granted").asBoolean() == granted) {
                names.add(permission.path("name").asText());
            }
        });
        return names;
    }
}
