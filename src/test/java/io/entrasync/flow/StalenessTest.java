package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.fake.RequestMatch;
import io.entrasync.model.Run;
import io.entrasync.run.Staleness;
import io.entrasync.settings.Settings;
import io.entrasync.store.RunQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StalenessTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void twoIntervalsWithoutSuccessAreStale(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("graph.max-attempts", "1"))) {
            assertThat(stale(company, "1h", Instant.now().plus(Duration.ofDays(400))))
                    .as("before any run")
                    .isEmpty();
            company.graph.when(RequestMatch.anyRequest()).times(1).answer(503);
            Instant failed = company.sync().startedAt();
            assertStaleAfter(company, failed);

            Instant succeeded = finished(company.sync());
            assertStaleAfter(company, succeeded);
            company.graph.when(RequestMatch.anyRequest()).times(1).answer(503);
            assertThat(company.sync().status()).isEqualTo(Run.Status.FAILED);
            assertStaleAfter(company, succeeded);

            Instant unchanged = finished(company.sync());
            assertThat(unchanged).isAfter(succeeded);
            assertStaleAfter(company, unchanged);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPlanThatNobodyAppliesIsNoSuccessAndNorIsAnUndoing(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run waiting = company.product.sync(Run.Trigger.MANUAL, Run.Mode.REVIEW);
            assertThat(waiting.status()).isEqualTo(Run.Status.AWAITING_REVIEW);
            assertStaleAfter(company, waiting.startedAt());
            Run applied = company.product.approve(waiting);
            assertStaleAfter(company, finished(applied));
            Run undone = company.product.approve(company.product.undo(applied, true));
            assertThat(undone.status().isSuccess()).as(undone.toString()).isTrue();
            assertStaleAfter(company, finished(applied));
            for (String counts : new String[] {"HELD", "PARTIAL", "NO_CHANGE"}) {
                company.product.execute("update sync_run set status = '" + counts + "' where id = " + applied.id());
                assertStaleAfter(company, finished(applied));
            }
            for (String other : new String[] {"FAILED", "REJECTED", "CANCELLED", "EXPIRED", "AWAITING_REVIEW"}) {
                company.product.execute("update sync_run set status = '" + other + "' where id = " + applied.id());
                assertStaleAfter(company, waiting.startedAt());
            }
        }
    }

    private static Instant finished(Run run) {
        assertThat(run.status().isSuccess()).as(run.toString()).isTrue();
        return run.finishedAt();
    }

    private static void assertStaleAfter(Company company, Instant last) {
        for (int hours : new int[] {1, 3, 6, 12, 24}) {
            Instant end = last.plus(Duration.ofHours(2 * hours));
            assertThat(stale(company, hours + "h", end.minusMillis(1))).isEmpty();
            assertThat(stale(company, hours + "h", end)).contains(end);
            assertThat(stale(company, hours + "h", end.plus(Duration.ofDays(9))))
                    .contains(end);
        }
        assertThat(stale(company, "never", last.plus(Duration.ofDays(400)))).isEmpty();
    }

    private static Optional<Instant> stale(Company company, String frequency, Instant at) {
        Settings settings = company.product.settings("when.frequency", frequency);
        return new Staleness(() -> settings, company.product.bean(RunQueries.class), Clock.fixed(at, ZoneOffset.UTC))
                .since();
    }
}
