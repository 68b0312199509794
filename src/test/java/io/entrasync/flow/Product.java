package io.entrasync.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.connection.MovableClock;
import io.entrasync.convention.RoutesRun;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.runtime.Beans;
import io.entrasync.runtime.Components;
import io.entrasync.runtime.Json;
import io.entrasync.runtime.RouteFiles;
import io.entrasync.settings.Configured;
import io.entrasync.settings.Settings;
import io.entrasync.store.ApprovalStore;
import io.entrasync.store.Directory;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.jdbi.v3.core.Jdbi;

/** The product as it runs, without a runtime around it: real routes, a real database, Graph over real HTTP. */
public final class Product implements AutoCloseable {
    private final HikariDataSource pool;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, String> configured;
    private final Settings settings;
    private final Jdbi jdbi;

    /** Starts the product; the schedule is off. */
    public static Product start(TestDatabase database, String graphUrl, Map<String, String> more) throws Exception {
        return start(database::open, UnaryOperator.identity(), graphUrl, more);
    }

    /**
     * The same over a given database.
     *
     * @param around what the product gets in place of the pool
     */
    public static Product start(
            Supplier<HikariDataSource> database,
            UnaryOperator<DataSource> around,
            String graphUrl,
            Map<String, String> more)
            throws Exception {
        return start(database, around, graphUrl, more, Clock.systemUTC());
    }

    /**
     * The same by a test's own clock; nothing then happens by itself.
     *
     * @param clock the system's, or one that stands still until it is moved
     */
    public static Product start(
            Supplier<HikariDataSource> database,
            UnaryOperator<DataSource> around,
            String graphUrl,
            Map<String, String> more,
            Clock clock)
            throws Exception {
        Map<String, String> configured = new HashMap<>(Map.of(
                "entra.credential", "none",
                "graph.base-url", graphUrl,
                "when.frequency", "never",
                "domains", "example.com,example.org",
                "graph.max-attempts", "4"));
        configured.putAll(more);
        return new Product(database.get(), around, configured, clock);
    }

    private Product(
            HikariDataSource pool, UnaryOperator<DataSource> around, Map<String, String> configured, Clock clock)
            throws Exception {
        this.pool = pool;
        DataSource dataSource = around.apply(pool);
        this.configured = configured;
        this.settings = Settings.read(configured::get);
        this.jdbi = Jdbi.create(pool);
        Directory directory = Directory.open(dataSource);
        ObjectMapper json = Json.mapper();
        Components.configure(camel, settings.graph().maxConcurrency());
        Beans.bind(Configured.of(configured::get), directory, json, clock, camel.getRegistry()::bind);
        RouteFiles.load(camel, settings.routesLocation(), List.of());
        if (clock instanceof MovableClock) {
            camel.getRouteDefinitions().stream()
                    .filter(route -> route.getRouteId().startsWith("schedule-"))
                    .forEach(route -> route.setAutoStartup("false"));
        }
        camel.start();
    }

    /** Runs a sync and returns it as the API shows it. */
    public Run sync(Run.Trigger trigger, Run.Mode mode) {
        return sync(trigger, mode, settings);
    }

    /** A sync of which some settings differ. */
    public Run sync(Map<String, String> different) {
        Map<String, String> all = new HashMap<>(configured);
        all.putAll(different);
        return sync(Run.Trigger.COMMAND, Run.Mode.APPLY, Settings.read(all::get));
    }

    private Run sync(Run.Trigger trigger, Run.Mode mode, Settings by) {
        long id = camel.getRegistry().findSingleByType(RunStore.class).open(new RunRequest(trigger, mode, "test", by));
        camel.createFluentProducerTemplate()
                .to("direct:sync-stages")
                .withExchangeProperty("runId", id)
                .send();
        return camel.getRegistry().findSingleByType(RunQueries.class).find(id).orElseThrow();
    }

    /** Approves what waits in a run, as the operator sees it there, and applies it. */
    public Run approve(Run waiting) {
        long id = Long.parseLong(waiting.id());
        bean(ApprovalStore.class).approve(id, String.valueOf(waiting.planHash()), "test");
        camel.createFluentProducerTemplate()
                .to("direct:sync-apply")
                .withExchangeProperty("runId", id)
                .send();
        return run(waiting);
    }

    /** Plans to undo a run; the plan waits for review. */
    public Run undo(Run applied, boolean exempts) {
        long id = bean(RunStore.class)
                .open(new RunRequest(
                        Run.Trigger.MANUAL,
                        Run.Mode.REVIEW,
                        "test",
                        settings,
                        new RunRequest.Undo(Long.parseLong(applied.id()), exempts)));
        camel.createFluentProducerTemplate()
                .to("direct:sync-undo")
                .withExchangeProperty("runId", id)
                .send();
        return bean(RunQueries.class).find(id).orElseThrow();
    }

    /** The run as it is now. */
    public Run run(Run earlier) {
        return bean(RunQueries.class).find(Long.parseLong(earlier.id())).orElseThrow();
    }

    public <T> T bean(Class<T> type) {
        return camel.getRegistry().findSingleByType(type);
    }

    public Run sync() {
        return sync(Run.Trigger.COMMAND, Run.Mode.APPLY);
    }

    /** Rows as text, columns joined by a blank, in order. */
    public List<String> rows(String sql) {
        return jdbi.withHandle(handle -> {
            List<String> rows = new ArrayList<>();
            handle.createQuery(sql).mapToMap().forEach(row -> {
                StringBuilder text = new StringBuilder();
                new ArrayList<>(row.values())
                        .forEach(value -> text.append(text.isEmpty() ? "" : " ").append(value));
                rows.add(text.toString());
            });
            rows.sort(null);
            return rows;
        });
    }

    public void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    /** A run's number such as {@code applied ADD users}. */
    @SuppressWarnings("unchecked")
    public static int count(Run run, String measure, String category, String type) {
        Map<String, Map<String, Integer>> byCategory =
                (Map<String, Map<String, Integer>>) run.counts().get(measure);
        return byCategory.get(category).get(type);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Integer> skipped(Run run) {
        return new TreeMap<>((Map<String, Integer>) run.counts().get("skipped"));
    }

    /** The settings with one of them changed. */
    public Settings settings(String key, String value) {
        Map<String, String> changed = new HashMap<>(configured);
        changed.put(key, value);
        return Settings.read(changed::get);
    }

    public DefaultCamelContext camel() {
        return camel;
    }

    @Override
    public void close() {
        RoutesRun.note(camel);
        camel.stop();
        pool.close();
    }
}
