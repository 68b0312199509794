package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.fake.RequestMatch;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.run.ConnectionWatch;
import io.entrasync.run.Schedule;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunStore;
import io.entrasync.store.SpacingStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails again and again by the schedule is tried less often, until somebody looks after it. */
class SpacingTest {
    private static final Map<String, String> IMPATIENT = Map.of("graph.max-attempts", "1");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theThirdFailureInARowSpacesTheTries(TestDatabase database) throws Exception {
        try (Company company = new Company(database, IMPATIENT)) {
            company.graph.when(RequestMatch.anyRequest()).answer(503);
            scheduled(company);
            scheduled(company);
            assertDue(company, 1);
            scheduled(company);
            assertDue(company, 6);
            scheduled(company);
            assertDue(company, 12);
            scheduled(company);
            assertDue(company, 24);
            scheduled(company);
            assertDue(company, 24);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatDoesNotFailEndsTheRowAndWhatIsSkippedDoesNotCount(TestDatabase database) throws Exception {
        try (Company company = new Company(database, IMPATIENT)) {
            fail(company, 2);
            assertThat(scheduled(company).status()).isEqualTo(Run.Status.SUCCEEDED);
            fail(company, 2);
            company.product.execute("update sync_run set status = 'HELD' where status = 'SUCCEEDED'");
            skip(company);
            assertDue(company, 1);
            fail(company, 1);
            assertDue(company, 6);
            skip(company);
            assertDue(company, 6);
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            assertDue(company, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aManualFailureEndsNothingButUnregisteredDomainsDo(TestDatabase database) throws Exception {
        try (Company company = new Company(database, IMPATIENT)) {
            fail(company, 3);
            company.graph.when(RequestMatch.anyRequest()).times(1).answer(503);
            assertThat(company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY).status())
                    .isEqualTo(Run.Status.FAILED);
            assertDue(company, 6);
            company.user("elsewhere", "somebody@elsewhere.example");
            Run run = company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.UNREGISTERED_DOMAINS);
            assertDue(company, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSuccessfulCheckEndsItAndAFailedOneDoesNot(TestDatabase database) throws Exception {
        try (Company company = new Company(database, IMPATIENT)) {
            fail(company, 3);
            ConnectionStore connection = bean(company, ConnectionStore.class);
            connection.checkFailed(Problem.of(ProblemCode.SECRET_EXPIRED, "x"));
            assertDue(company, 6);
            connection.checkSucceeded();
            assertDue(company, 1);
            fail(company, 2);
            assertDue(company, 1);
            fail(company, 1);
            assertDue(company, 6);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherCredentialEndsIt(TestDatabase database) throws Exception {
        try (Company company = new Company(database, IMPATIENT)) {
            fail(company, 3);
            bean(company, ConnectionWatch.class).look();
            assertDue(company, 6);
            Settings changed = company.product.settings("entra.client-id", "another");
            new ConnectionWatch(changed::entra, changed.graph(), bean(company, ConnectionStore.class)).look();
            assertDue(company, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunWhoseProcessWasKilledIsNoFailedTry(TestDatabase database) throws Exception {
        try (Company company = new Company(database, IMPATIENT)) {
            fail(company, 2);
            bean(company, RunStore.class).open(request(company));
            company.product.execute(
                    "update run_lease set holder = 'gone', heartbeat_at = timestamp '2020-01-01 00:00:00'");
            company.graph.when(RequestMatch.anyRequest()).times(1).answer(503);
            // closes what the killed process left, and fails itself
            assertThat(company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY).status())
                    .isEqualTo(Run.Status.FAILED);
            assertThat(company.product.rows("select count(*) from sync_run where status = 'FAILED'"))
                    .containsExactly("4");
            assertDue(company, 1);
            fail(company, 1);
            assertDue(company, 6);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void beginAndEndAreToldOnce(TestDatabase database) throws Exception {
        try (Company company = new Company(database, IMPATIENT)) {
            fail(company, 4);
            isDue(company, Duration.ZERO);
            isDue(company, Duration.ofHours(1));
            assertThat(company.product.rows("select actor, action from audit_event"))
                    .containsExactly("SYSTEM SPACING_STARTED");
            assertThat(company.product.rows("select detail from audit_event").get(0))
                    .startsWith("4 scheduled runs failed in a row; the next try is at 2");
            company.sync();
            isDue(company, Duration.ZERO);
            isDue(company, Duration.ofHours(1));
            assertThat(company.product.rows("select action from audit_event"))
                    .containsExactly("SPACING_ENDED", "SPACING_STARTED");
        }
    }

    private static void fail(Company company, int times) {
        for (int i = 0; i < times; i++) {
            company.graph.when(RequestMatch.anyRequest()).times(1).answer(503);
            assertThat(scheduled(company).status()).isEqualTo(Run.Status.FAILED);
        }
    }

    private static Run scheduled(Company company) {
        return company.product.sync(Run.Trigger.SCHEDULED, Run.Mode.APPLY);
    }

    /** A scheduled run that is due while another works. */
    private static void skip(Company company) {
        company.product.execute("update run_lease set holder = 'another', heartbeat_at = current_timestamp");
        assertThat(bean(company, RunStore.class).open(request(company))).isNegative();
        company.product.execute("update run_lease set holder = null");
    }

    private static void assertDue(Company company, int hours) {
        Duration wait = Duration.ofHours(hours);
        assertThat(isDue(company, wait.minusMinutes(2)))
                .as("before %d hours", hours)
                .isFalse();
        assertThat(isDue(company, wait.plusMinutes(1)))
                .as("after %d hours", hours)
                .isTrue();
    }

    private static boolean isDue(Company company, Duration later) {
        return schedule(company, later).isDue();
    }

    private static RunRequest request(Company company) {
        return schedule(company, Duration.ZERO).request();
    }

    private static Schedule schedule(Company company, Duration later) {
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return new Schedule(
                () -> company.product.settings("when.frequency", "1h"),
                bean(company, RunQueries.class),
                bean(company, SpacingStore.class),
                clock);
    }

    private static <T> T bean(Company company, Class<T> type) {
        return company.product.camel().getRegistry().findSingleByType(type);
    }
}
