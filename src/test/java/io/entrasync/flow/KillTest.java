package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.demo.GraphTenant;
import io.entrasync.demo.TenantOrganization;
import io.entrasync.demo.TenantUser;
import io.entrasync.fake.GraphServer;
import io.entrasync.model.Run;
import io.entrasync.store.DirectoryUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process is killed at a random moment of a sync; the next one finds the directory whole, and completes it. */
@Timeout(400)
class KillTest {
    private static final int KILLS = 12;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final GraphTenant tenant =
            new GraphTenant(new TenantOrganization("t-1", "Test company", List.of("example.com")));

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whateverMomentAProcessIsKilledTheNextOneCompletesIt(TestDatabase database) throws Exception {
        tenant.putUser(TenantUser.member("keeper", "Keeper", "keeper@example.com"));
        String[] where = where(database);
        try (GraphServer graph = new GraphServer(tenant)) {
            long usual = usual(where, graph);
            int cut = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                DirectoryState before = inspect(where, graph, DirectoryState::of);
                RandomDay.happens(tenant, random);
                Duration moment = Duration.ofMillis(random.nextLong(usual));
                cut += killed(where, graph, moment) ? 1 : 0;
                DirectoryState then = inspect(where, graph, product -> {
                    DirectoryState.assertPrefix(
                            product,
                            product.rows("select max(id) from sync_run").get(0));
                    return DirectoryState.of(product);
                });
                then.assertBetween(before, inspect(where, graph, KillTest::recovered));
            }
            assertThat(cut).as("kills before the sync had ended").isGreaterThanOrEqualTo(10);
        }
    }

    /** How many milliseconds a sync takes when nobody kills it. */
    private long usual(String[] where, GraphServer graph) throws Exception {
        Process process = start(where, graph);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            await(said, "READY");
            sync(process, said);
            RandomDay.happens(tenant, random);
            long begin = System.nanoTime();
            sync(process, said);
            return Math.max(50, (System.nanoTime() - begin) / 1_000_000);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void sync(Process process, BufferedReader said) throws IOException {
        process.outputWriter().append("sync\n").flush();
        assertThat(await(said, "DONE")).contains("SUCCEEDED");
    }

    /** Whether the process was killed before its sync had ended. */
    private static boolean killed(String[] where, GraphServer graph, Duration moment) throws Exception {
        Process process = start(where, graph);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            await(said, "READY");
            process.outputWriter().append("sync\n").flush();
            process.waitFor(moment.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            // the handle, since the process itself would close what it has said
            process.toHandle().destroyForcibly();
            process.waitFor();
            return said.lines().noneMatch(line -> line.startsWith("DONE"));
        }
    }

    private static String await(BufferedReader said, String word) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(word)) {
            line = said.readLine();
        }
        return String.valueOf(line);
    }

    private static Process start(String[] where, GraphServer graph) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        where[0],
                        where[1],
                        graph.baseUrl())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static DirectoryState recovered(Product product) {
        // the dead process is given up without the wait
        product.execute("update run_lease set heartbeat_at = heartbeat_at - interval '61' second");
        product.execute("update plan_item set applied_at = null");
        // the schedule does so too, perhaps at this moment
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            product.camel().createProducerTemplate().send("direct:sync-leftovers", exchange -> {});
            return product.rows("select id from sync_run where status = 'RUNNING'")
                    .isEmpty();
        });
        assertThat(product.sync().status()).isIn(Run.Status.SUCCEEDED, Run.Status.NO_CHANGE);
        assertThat(product.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        DirectoryState.assertNothingTwice(product);
        return DirectoryState.of(product);
    }

    private interface Look {
        DirectoryState at(Product product);
    }

    private static DirectoryState inspect(String[] where, GraphServer graph, Look look) throws Exception {
        try (Product product = Product.start(
                () -> TestDatabase.pool(where[0], where[1]),
                UnaryOperator.identity(),
                graph.baseUrl(),
                KilledProcess.NO_LIMITS)) {
            DirectoryState state = look.at(product);
            if (where[0].startsWith("jdbc:hsqldb:")) {
                product.execute("shutdown");
            }
            return state;
        }
    }

    private String[] where(TestDatabase database) {
        if (database == TestDatabase.HSQLDB) {
            return new String[] {DirectoryUrl.complete("jdbc:hsqldb:file:" + folder.resolve("directory")), "sa"};
        }
        try (HikariDataSource empty = database.open()) {
            return new String[] {empty.getJdbcUrl(), empty.getUsername()};
        }
    }
}
