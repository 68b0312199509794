package io.entrasync.flow;

import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.convention.RoutesRun;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.runtime.spring.EntraSyncApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs under Boot, on a free port, with Graph and database beside it; and a client of its API. */
public final class ApiService extends ApiClient implements AutoCloseable {
    private final SampleTenant sample = new SampleTenant();
    private final GraphServer graph = new GraphServer(sample.tenant());
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
                "db.url",
                pool.getJdbcUrl(),
                "db.username",
                pool.getUsername(),
                "entra.credential",
                "none",
                "graph.base-url",
                graph.baseUrl(),
                "graph.max-attempts",
                "2",
                "when.frequency",
                "never",
                "domains",
                "example.com,example.org",
                "exempt",
                SampleTenant.EXEMPT_ADDRESS,
                "console.password",
                PASSWORD));
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

    @Override
    public String url(String path) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return "http://localhost:" + port + path;
    }

    @Override
    public void close() {
        RoutesRun.note(context.getBean(CamelContext.class));
        context.close();
        graph.close();
    }
}
