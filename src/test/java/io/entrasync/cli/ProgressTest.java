package io.entrasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What takes longer than a second shows how far it is, but only where somebody looks on. */
class ProgressTest {
    @Test
    void aTerminalShowsHowFarARunIsAndAPipeDoesNot() {
        try (GraphServer graph = new GraphServer(new SampleTenant().tenant())) {
            graph.latency(Duration.ofMillis(400));
            CommandRun watched = CommandRun.watched(arguments(graph, "sync"));
            assertThat(watched.exitCode()).as(watched.all()).isZero();
            assertThat(watched.err()).containsPattern("\rreading users: \\d+ users, 0 groups, 0 members");
            assertThat(watched.out()).doesNotContain("\r");

            assertThat(CommandRun.of(arguments(graph, "sync")).err()).doesNotContain("\r");
            assertThat(CommandRun.watched(arguments(graph, "sync", "--json")).err())
                    .doesNotContain("\r");
        }
    }

    private static String[] arguments(GraphServer graph, String... command) {
        return Stream.concat(
                        Arrays.stream(command),
                        Stream.of(
                                "--entrasync.db.url=jdbc:hsqldb:mem:" + UUID.randomUUID(),
                                "--entrasync.entra.credential=none",
                                "--entrasync.graph.page-size=5",
                                "--entrasync.graph.base-url=" + graph.baseUrl(),
                                "--entrasync.domains=example.com"))
                .toArray(String[]::new);
    }
}
