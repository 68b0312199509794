package io.entrasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.flow.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deciding on the command line on what waits. */
class ApprovalCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsHeldIsRejectedExemptedAndApproved(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (GraphServer graph = new GraphServer(sample.tenant())) {
            List<String> where = where(database, graph);
            assertThat(run(where, "approve").err()).contains("WRONG_STATE", "No run has anything that waits");
            assertThat(run(where, "plan").exitCode()).isEqualTo(2);
            CommandRun first = run(where, "approve");
            assertThat(first.exitCode()).as(first.all()).isZero();
            assertThat(first.out()).contains("applied: add ", "SUCCEEDED");

            for (int number = 1; number <= 12; number++) {
                sample.tenant().removeUser(SampleTenant.userId(number));
            }
            CommandRun sync = run(where, "sync");
            assertThat(sync.exitCode()).as(sync.all()).isEqualTo(3);
            assertThat(sync.out()).contains("held: delete ", "More removals than the safeguards allow");
            CommandRun reject = run(where, "reject");
            assertThat(reject.exitCode()).as(reject.all()).isZero();
            assertThat(run(where, "reject").exitCode()).isEqualTo(1);

            assertThat(run(where, "sync").exitCode()).isEqualTo(3);
            String kept = SampleTenant.userId(1);
            assertThat(run(where, "exempt", kept, "--reason", "on leave").out()).contains("exempt: " + kept);
            CommandRun approve = run(where, "approve", "--json");
            assertThat(approve.exitCode()).as(approve.all()).isZero();
            var done = new ObjectMapper().readTree(approve.out());
            assertThat(done.at("/counts/applied/DELETE/users").asInt()).isPositive();
            assertThat(run(where, "sync").exitCode()).isZero();
            assertThat(run(where, "exempt", "nobody").err()).contains("neither a mail address nor an Entra object id");
        }
    }

    private List<String> where(TestDatabase database, GraphServer graph) {
        List<String> where = new ArrayList<>(List.of(
                "--entrasync.entra.credential=none",
                "--entrasync.graph.base-url=" + graph.baseUrl(),
                "--entrasync.domains=example.com,example.org"));
        if (database == TestDatabase.HSQLDB) {
            where.add("--entrasync.db.url=jdbc:hsqldb:file:" + folder.resolve("directory"));
        } else {
            try (HikariDataSource empty = database.open()) {
                where.add("--entrasync.db.url=" + empty.getJdbcUrl());
                where.add("--entrasync.db.username=" + empty.getUsername());
            }
        }
        return where;
    }

    private static CommandRun run(List<String> where, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(where);
        return CommandRun.of(all.toArray(String[]::new));
    }
}
