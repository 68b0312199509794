package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.convention.RoutesRun;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.runtime.spring.EntraSyncApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs under Boot, on a free port, with Graph and database beside it; and a client of its API. */
public final class ApiService implements AutoCloseable {
    public static final String LOGIN = "operator:correct horse";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SampleTenant sample = new SampleTenant();
    private final GraphServer graph = new GraphServer(sample.tenant());
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final Map<String, String> database;

    public ApiService(TestDatabase database) {
        this(database, Map.of());
    }

    public ApiService(TestDatabase database, Map<String, String> more) {
        this(database, more, 0);
    }

    /** @param port of the service; 0 for a free one */
    public ApiService(TestDatabase database, Map<String, String> more, int port) {
        HikariDataSource pool = database.open();
        Map<String, String> configured = new HashMap<>(Map.of(
                "db.url", pool.getJdbcUrl(),
                "db.username", pool.getUsername(),
                "entra.credential", "none",
                "graph.base-url", graph.baseUrl(),
                "graph.max-attempts", "2",
                "when.frequency", "never",
                "domains", "example.com,example.org",
                "exempt", SampleTenant.EXEMPT_ADDRESS,
                "console.password", "correct horse"));
        configured.putAll(more);
        this.database = Map.of(
                "db.url", configured.get("db.url"),
                "db.username", configured.get("db.username"));
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port));
        configured.forEach((key, value) -> arguments.add("--entrasync." + key + "=" + value));
        this.context = SpringApplication.run(EntraSyncApplication.class, arguments.toArray(String[]::new));
        pool.close();
    }

    /** What the product's beans of this type do. */
    public <T> T bean(Class<T> type) {
        return context.getBean(CamelContext.class).getRegistry().findSingleByType(type);
    }

    /** Rows as text, columns joined by a blank, as the statement orders them. */
    public List<String> rows(String sql) {
        return Jdbi.create(context.getBean(DataSource.class)).withHandle(handle -> handle.createQuery(sql)
                .mapToMap()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .list());
    }

    public void execute(String sql) {
        Jdbi.create(context.getBean(DataSource.class)).useHandle(handle -> handle.execute(sql));
    }

    /** As if the database could no longer be reached. */
    void loseDatabase() throws Exception {
        context.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
    }

    /** Where its database is, for another service beside it. */
    public Map<String, String> database() {
        return database;
    }

    public GraphServer graph() {
        return graph;
    }

    public SampleTenant sample() {
        return sample;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    /** The body of an answer that must be 200. */
    public JsonNode read(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    public HttpResponse<String> post(String path, String body) throws Exception {
        return send(
                request(path).header("Content-Type", "application/json").method("POST", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> patch(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> put(String path, String body) throws Exception {
        return send(
                request(path).header("Content-Type", "application/json").method("PUT", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    /** A request that is logged in. */
    public HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", basic(LOGIN));
    }

    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    public String url(String path) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return "http://localhost:" + port + path;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Starts a run and waits for its end. */
    public JsonNode run(String body) throws Exception {
        HttpResponse<String> started = post("/api/runs", body);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return ended(started.headers().firstValue("Location").orElseThrow());
    }

    /** The run once it is closed. */
    public JsonNode ended(String location) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> read(location), run -> !run.path("status").asText().equals("RUNNING"));
    }

    /** Registers what the sample tenant uses besides, and brings everything over. */
    public JsonNode sync() throws Exception {
        post("/api/domains", "{\"name\":\"example.net\"}");
        return run("{\"mode\":\"APPLY\"}");
    }

    public static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        RoutesRun.note(context.getBean(CamelContext.class));
        context.close();
        graph.close();
    }
}
