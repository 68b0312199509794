package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.run.Schedule;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunStore;
import io.entrasync.store.SpacingStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theFirstRunIsDueAtOnceAndTheNextAnIntervalLater(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            assertThat(isDue(company, Duration.ZERO)).isTrue();
            company.product.camel().createProducerTemplate().sendBody("direct:sync-run", request(company));
            assertThat(company.product.rows("select started_by, status from sync_run"))
                    .containsExactly("SCHEDULED SUCCEEDED");
            assertThat(isDue(company, Duration.ZERO)).isFalse();
            assertThat(isDue(company, Duration.ofMinutes(59))).isFalse();
            assertThat(isDue(company, Duration.ofMinutes(61))).isTrue();
            assertThat(isDue(company, Duration.ofHours(-3)))
                    .as("a last run in the future")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void neverIsNeverDue(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            assertThat(schedule(company, "never", Duration.ofDays(400)).isDue()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsNotConfiguredIsNotDue(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("entra.credential", "auto"))) {
            assertThat(isDue(company, Duration.ZERO)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatTheHostProvesNeedsNeitherTenantNorApplication(TestDatabase database) throws Exception {
        for (String credential : List.of("managed-identity", "workload-identity")) {
            try (Company company = new Company(database, Map.of("entra.credential", credential))) {
                assertThat(isDue(company, Duration.ZERO)).as(credential).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunThatIsDueWhileAnotherWorksIsSkippedAndRecorded(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            RunStore runs = company.product.camel().getRegistry().findSingleByType(RunStore.class);
            RunRequest scheduled = request(company);
            RunRequest manual = new RunRequest(Run.Trigger.MANUAL, Run.Mode.APPLY, "test", scheduled.settings());
            runs.open(manual);
            company.product.camel().createProducerTemplate().sendBody("direct:sync-run", scheduled);
            assertThat(company.product.rows("select started_by, status from sync_run"))
                    .containsExactly("MANUAL RUNNING", "SCHEDULED CANCELLED");
            assertThat(company.product
                            .rows("select problem from sync_run where status = 'CANCELLED'")
                            .get(0))
                    .contains("RUN_IN_PROGRESS");
            assertThatThrownBy(() -> runs.open(manual)).isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatADeadProcessLeftOpenIsClosedByTheNextRun(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            RunStore runs = company.product.camel().getRegistry().findSingleByType(RunStore.class);
            long left = runs.open(request(company));
            company.product.execute(
                    "update run_lease set holder = 'gone', heartbeat_at = timestamp '2020-01-01 00:00:00'");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product.rows("select status from sync_run where id = " + left))
                    .containsExactly("FAILED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aScheduledRunThatAKilledProcessLeftIsDueAgainWithinTwoMinutes(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product
                    .camel()
                    .getRegistry()
                    .findSingleByType(RunStore.class)
                    .open(request(company));
            assertThat(isDue(company, Duration.ofSeconds(30))).isFalse();
            assertThat(isDue(company, Duration.ofSeconds(110))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoLostTheLeaseWritesNothing(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.graph
                    .when(io.entrasync.fake.RequestMatch.path("/groups"))
                    .times(1)
                    .change(answer -> {
                        company.product.execute("update run_lease set token = token + 1, holder = 'another'");
                        return answer;
                    });
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.RUNNING);
            assertThat(run.problem()).isNull();
            assertThat(company.accounts()).isEmpty();
            assertThat(company.product.rows("select holder from run_lease")).containsExactly("another");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theFirstScheduledRunStopsAtReviewWhereLocalEntriesExist(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            assertThat(request(company).mode()).isEqualTo(Run.Mode.APPLY);
            company.product.execute("insert into account (kind, role, digest, status, source, created_at, updated_at)"
                    + " values ('USER', 'END_USER', true, 'ACTIVE', 'LOCAL', current_timestamp, current_timestamp)");
            assertThat(request(company).mode()).isEqualTo(Run.Mode.REVIEW);
        }
    }

    private static RunRequest request(Company company) {
        return schedule(company, "1h", Duration.ZERO).request();
    }

    private static boolean isDue(Company company, Duration later) {
        return schedule(company, "1h", later).isDue();
    }

    private static Schedule schedule(Company company, String frequency, Duration later) {
        RunQueries runs = company.product.camel().getRegistry().findSingleByType(RunQueries.class);
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        SpacingStore spacings = company.product.camel().getRegistry().findSingleByType(SpacingStore.class);
        return new Schedule(() -> company.product.settings("when.frequency", frequency), runs, spacings, clock);
    }
}
