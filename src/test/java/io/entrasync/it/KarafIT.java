package io.entrasync.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.fake.TokenServer;
import io.entrasync.flow.ApiAcceptance;
import io.entrasync.flow.ApiClient;
import io.entrasync.flow.ApiFlow;
import io.entrasync.flow.ApiSweep;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ConnectException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/** The product in a real Karaf that has no network: Graph, Entra, mail and PostgreSQL are real servers on localhost. */
@Timeout(180)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class KarafIT {
    private static final String TENANT = "0b5a6a8e-0000-4000-8000-000000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern OURS = Pattern.compile(
            "graph-\\d|[Cc]amel|vert\\.x|[Qq]uartz|HSQLDB|directory[: ]|boundedElastic|parallel-|azure|reactor|HttpClient");

    /** What is in it is left for whoever looks after a failure. */
    private static final Path FOLDER = Path.of("target", "karaf-it").toAbsolutePath();

    private static TokenServer tokens;
    private static GraphServer graph;
    private static GreenMail mails;
    private static KarafServer karaf;

    @BeforeAll
    static void start() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        tokens = TokenServer.start();
        tokens.accept("client", "secret", TENANT, List.of("User.Read.All", "GroupMember.Read.All"));
        tokens.trustStore(FOLDER.resolve("trust.p12"));
        graph = new GraphServer(new SampleTenant().tenant());
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        Map<String, String> settings = new HashMap<>(Map.of(
                "entra.primary-domain", "example.com",
                "entra.client-id", "client",
                "entra.client-secret", "secret",
                "entra.authority-host", tokens.authorityHost(),
                "entra.disable-instance-discovery", "true",
                "graph.base-url", graph.baseUrl(),
                "when.frequency", "never",
                "domains", "example.com, example.org",
                "exempt", SampleTenant.EXEMPT_ADDRESS,
                "console.password", ApiClient.PASSWORD));
        settings.put("graph.max-attempts", "2");
        karaf = new KarafServer(FOLDER.resolve("karaf"), FOLDER.resolve("trust.p12"), settings);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable part : Arrays.asList(karaf, mails::stop, graph, tokens)) {
            if (part != null) {
                part.close();
            }
        }
    }

    @Nested
    @Order(1)
    class Acceptance extends ApiAcceptance {
        Acceptance() {
            super(karaf);
        }
    }

    @Nested
    @Order(2)
    class Sweep extends ApiSweep {
        Sweep() throws Exception {
            super(karaf);
        }
    }

    @Nested
    @Order(3)
    class Flow extends ApiFlow {
        Flow() {
            super(karaf);
        }

        @Test
        @Order(100)
        void graphWasAskedWithTheTokenThatWasSignedInFor() {
            assertThat(graph.requests()).isNotEmpty().allMatch(request -> tokens.tokens().stream()
                    .anyMatch(token -> ("Bearer " + token).equals(request.header("Authorization"))));
            assertThat(karaf.log(0)).doesNotContain("Bearer ", tokens.tokens().get(0), ApiClient.PASSWORD);
        }

        @Test
        @Order(101)
        void theLogNamesTheRun() {
            assertThat(karaf.log(0).lines()).anyMatch(line -> line.contains("run=1 |") && line.contains("Run 1"));
        }
    }

    @Nested
    @Order(4)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class Life {
        @Test
        @Order(1)
        void aWrongValueIsNamedAndTheFormerOnesStayInForce() throws Exception {
            int mark = karaf.mark();
            karaf.configure(Map.of("when.frequency", "hourly"));
            karaf.awaitLog(mark, "when.frequency = hourly is not valid: allowed is one of 1h", "stay in force");
            assertThat(health().at("/components/configuration/status").asText()).isEqualTo("DOWN");
            assertThat(health().at("/components/configuration/details/refused").asText())
                    .contains("when.frequency");
            assertThat(karaf.read("/api/settings").at("/when.frequency/value").asText())
                    .isEqualTo("never");

            karaf.configure(Map.of("when.frequency", "never"));
            Awaitility.await().atMost(PATIENCE).until(() -> health().at("/components/configuration/status")
                    .asText()
                    .equals("UP"));
        }

        @Test
        @Order(2)
        void theConsoleIsServedBehindTheLoginAndGuessingIsSlowedDown() throws Exception {
            assertThat(karaf.get("/").headers().firstValue("Location")).contains("/console/");
            HttpResponse<String> page = karaf.get("/console/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().map().toString())
                    .contains("text/html", "nosniff", "default-src 'none'", "frame-ancestors 'none'", "DENY");
            assertThat(karaf.get("/console/app.js").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
            for (String path :
                    List.of("/console/nothing.js", "/console/view", "/console/%2e%2e/entrasync.properties")) {
                assertThat(karaf.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(karaf.send(karaf.anonymous("/console/")).statusCode()).isEqualTo(401);
            assertThat(karaf.send(karaf.request("/api/connection/check")
                                    .header("Sec-Fetch-Site", "cross-site")
                                    .POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(403);
            int status = 0;
            for (int i = 0; i < 7 && status != 429; i++) {
                status = karaf.send(
                                karaf.anonymous("/api/runs").header("Authorization", ApiClient.basic("operator:no")))
                        .statusCode();
            }
            assertThat(status).isEqualTo(429);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> karaf.get("/api/runs").statusCode() == 200);
        }

        @Test
        @Order(3)
        void aPlaceThatCannotBeUsedBringsTheFormerOnesBack() throws Exception {
            int mark = karaf.mark();
            karaf.configure(Map.of("routes.location", "/nowhere"));
            karaf.awaitLog(mark, "routes.location = /nowhere", "are in force again");
            karaf.awaitHealth();
            assertThat(karaf.read("/api/accounts").path("total").asInt()).isPositive();
        }

        @Test
        @Order(4)
        void anEditChangesScheduleAndRoutesAndTheSummaryArrives() throws Exception {
            Path routes = Files.createDirectories(karaf.folder("etc/entrasync/routes"));
            Files.writeString(
                    routes.resolve("api-explain.camel.xml"),
                    Files.readString(Path.of("routes/api-explain.camel.xml"))
                            .replace("path=\"/explain\"", "path=\"/why\""));
            int mark = karaf.mark();
            karaf.configure(Map.of(
                    "when.frequency", "1h",
                    "routes.location", routes.toString(),
                    "mail.host", "127.0.0.1",
                    "mail.port", String.valueOf(mails.getSmtp().getPort()),
                    "mail.tls", "none",
                    "mail.from", "sync@example.com",
                    "tech-contact", "mina.okafor@example.com",
                    "report.at", "00:00"));
            karaf.awaitLog(mark, "is at work");
            JsonNode run = Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () -> karaf.read("/api/runs?size=1").at("/items/0"),
                            newest -> newest.path("trigger").asText().equals("SCHEDULED")
                                    && !newest.path("status").asText().equals("RUNNING"));
            assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("NO_CHANGE");
            assertThat(karaf.get("/api/why?subject=mina.okafor@example.com").statusCode())
                    .isEqualTo(200);
            assertThat(karaf.get("/api/explain?subject=mina.okafor@example.com").statusCode())
                    .isEqualTo(404);
            assertThat(mails.waitForIncomingEmail(60_000, 1)).isTrue();
            String mail = GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[0]);
            assertThat(mail)
                    .contains("To: mina.okafor@example.com", "text/html", ".csv")
                    .doesNotContain("Bearer");
        }

        @Test
        @Order(5)
        void anotherDatabaseIsOneLine() throws Exception {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                int mark = karaf.mark();
                karaf.configure(Map.of(
                        "db.url", postgres.getJdbcUrl("postgres", "postgres"),
                        "db.username", "postgres",
                        "when.frequency", "never",
                        "domains", "example.com, example.org, example.net"));
                karaf.awaitLog(mark, "is at work");
                JsonNode run = karaf.run("{\"mode\":\"APPLY\"}");
                assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
                Jdbi directory = Jdbi.create(postgres.getPostgresDatabase());
                assertThat(directory.<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("select count(*) from account where source = 'ENTRA'")
                                        .mapTo(Integer.class)
                                        .one()))
                        .isEqualTo(run.at("/counts/applied/ADD/users").asInt())
                        .isPositive();

                stopCleanly();
                assertThat(directory.<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("select count(*) from run_lease where holder is not null")
                                        .mapTo(Integer.class)
                                        .one()))
                        .as("leases")
                        .isZero();
                karaf.manage("bundle", "start", "io.entrasync");
                karaf.awaitHealth();
                karaf.manage("bundle", "update", "io.entrasync");
                karaf.awaitHealth();
                karaf.manage("bundle", "uninstall", "io.entrasync");
                nothingIsLeft();
            }
        }

        private void stopCleanly() throws Exception {
            karaf.manage("bundle", "stop", "io.entrasync");
            nothingIsLeft();
        }

        private void nothingIsLeft() {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(karaf.threads())
                    .filteredOn(name -> OURS.matcher(name).find())
                    .isEmpty());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> karaf.get("/actuator/health")))
                    .isInstanceOf(ConnectException.class);
        }

        private JsonNode health() throws Exception {
            return karaf.read("/actuator/health");
        }
    }
}
