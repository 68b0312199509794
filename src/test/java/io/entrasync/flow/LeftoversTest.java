package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.store.ApplyStore;
import io.entrasync.store.ApprovalStore;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunStore;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of runs whose process is gone. */
class LeftoversTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatAProcessWasApplyingIsApplied(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run left = killedWhileApplying(company);
            assertThat(company.accounts()).hasSize(499);
            leftovers(company);
            assertThat(company.product.run(left).status())
                    .as("its process may be alive")
                    .isEqualTo(Run.Status.RUNNING);
            refused(company);
            dies(company);
            leftovers(company);
            assertThat(company.product.run(left).status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(Product.count(company.product.run(left), "applied", "ADD", "users"))
                    .isEqualTo(601);
            assertThat(company.product.run(left).progress().applied()).isEqualTo(601);
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aFrozenProcessThatWakesUpWritesNothing(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run left = killedWhileApplying(company);
            long id = Long.parseLong(left.id());
            long lease = company.product.bean(RunStore.class).lease(id);
            ApplyStore apply = company.product.bean(ApplyStore.class);
            var chunk = Objects.requireNonNull(apply.next(id, lease));
            dies(company);
            leftovers(company);
            assertThatThrownBy(() -> apply.apply(chunk)).hasMessageContaining("Another process has taken over");
            company.product
                    .bean(RunStore.class)
                    .fail(id, lease, io.entrasync.model.Problem.of(ProblemCode.INTERNAL, "late"));
            assertThat(company.product.run(left).problem()).isNull();
            assertThat(company.product.run(left).status()).isEqualTo(Run.Status.SUCCEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunThatWasReadingIsClosed(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            long id = company.product
                    .bean(RunStore.class)
                    .open(new RunRequest(
                            Run.Trigger.MANUAL, Run.Mode.APPLY, "test", company.product.settings("retention", "90d")));
            dies(company);
            leftovers(company);
            Run closed = company.product.bean(RunQueries.class).find(id).orElseThrow();
            assertThat(closed.status()).isEqualTo(Run.Status.FAILED);
            assertThat(Objects.requireNonNull(closed.problem()).detail()).contains("The process ended");
            assertThat(company.product.rows("select coalesce(holder, 'nobody') as h from run_lease"))
                    .containsExactly("nobody");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anApprovalOutlivesTheProcess(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            for (int i = 0; i < 20; i++) {
                company.user("user-" + i, "user-" + i + "@example.com");
            }
            company.sync();
            for (int i = 0; i < 18; i++) {
                company.delete("user-" + i);
            }
            Run held = company.sync();
            company.product
                    .bean(ApprovalStore.class)
                    .approve(Long.parseLong(held.id()), String.valueOf(held.planHash()), "test");
            dies(company);
            leftovers(company);
            assertThat(company.product.run(held).status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.accounts()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunOfWhichMostFailsIsStopped(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.execute("alter table account add constraint refuse check (display_name <> 'refused')");
            for (int i = 0; i < 600; i++) {
                company.user("user-" + (1_000 + i), "user-" + i + "@example.com");
                if (i % 2 == 0) {
                    company.change("user-" + (1_000 + i), user -> user.withDisplayName("refused"));
                }
            }
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(Objects.requireNonNull(run.problem()).code()).isEqualTo(ProblemCode.TOO_MANY_FAILURES);
            assertThat(run.progress().applied()).isBetween(50, 100);
            assertThat(company.product.rows("select count(*) from plan_item where outcome = 'PENDING'"))
                    .as("what was not tried")
                    .allSatisfy(n -> assertThat(Integer.parseInt(n)).isGreaterThan(500));
            company.product.execute("alter table account drop constraint refuse");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aFewFailuresStopNobody(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.execute("alter table account add constraint refuse check (display_name <> 'refused')");
            for (int i = 0; i < 60; i++) {
                company.user("user-" + i, "user-" + i + "@example.com");
            }
            company.change("user-7", user -> user.withDisplayName("refused"));
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.PARTIAL);
            assertThat(Product.count(run, "failed", "ADD", "users")).isEqualTo(1);
            assertThat(Product.count(run, "applied", "ADD", "users")).isEqualTo(60);
        }
    }

    /** 601 users are planned, and 500 of them applied. */
    private static Run killedWhileApplying(Company company) {
        for (int i = 0; i < 600; i++) {
            company.user("user-" + i, "user-" + i + "@example.com");
        }
        Run review = company.product.sync(Run.Trigger.MANUAL, Run.Mode.REVIEW);
        long id = Long.parseLong(review.id());
        company.product.bean(ApprovalStore.class).approve(id, String.valueOf(review.planHash()), "test");
        ApplyStore apply = company.product.bean(ApplyStore.class);
        long lease = company.product.bean(RunStore.class).lease(id);
        apply.apply(Objects.requireNonNull(apply.next(id, lease)));
        return review;
    }

    private static void dies(Company company) throws Exception {
        // it would look after the dead run by itself, perhaps at the same moment
        company.product.camel().getRouteController().stopRoute("schedule-sync");
        company.product.execute("update run_lease set heartbeat_at = heartbeat_at - interval '61' second");
    }

    private static void leftovers(Company company) {
        company.product.camel().createProducerTemplate().send("direct:sync-leftovers", exchange -> {});
    }

    private static void refused(Company company) {
        assertThatThrownBy(company::sync).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(ProblemCode.RUN_IN_PROGRESS));
    }
}
