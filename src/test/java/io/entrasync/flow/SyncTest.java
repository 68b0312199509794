package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSampleTenantArrivesAndASecondRunPlansNothing(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (GraphServer graph = new GraphServer(sample.tenant());
                Product product =
                        Product.start(database, graph.baseUrl(), Map.of("exempt", SampleTenant.EXEMPT_ADDRESS))) {
            Run first = product.sync();
            assertThat(first.problem()).isNull();
            assertThat(first.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(Product.skipped(first))
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry("ADDRESS_CONFLICT", 1),
                            Map.entry("DYNAMIC_MEMBERSHIP", 1),
                            Map.entry("EXEMPT", 1),
                            Map.entry("GUEST", 2),
                            Map.entry("INCOMPLETE_OBJECT", 1),
                            Map.entry("INVALID_ADDRESS", 1),
                            Map.entry("NOT_SELECTED", 3),
                            Map.entry("NO_PRIMARY_ADDRESS", 1),
                            Map.entry("NO_PROXY_ADDRESS", 3),
                            Map.entry("SIGN_IN_DISABLED", 9),
                            Map.entry("UNREGISTERED_DOMAIN", 3)));
            Run second = product.sync();
            assertThat(second.status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aChangeOfTheTenantShowsEachCategory(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (GraphServer graph = new GraphServer(sample.tenant());
                Product product =
                        Product.start(database, graph.baseUrl(), Map.of("exempt", SampleTenant.EXEMPT_ADDRESS))) {
            product.sync();
            assertThat(sample.change()).isNotEmpty();
            Run run = product.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            for (String category : List.of("ADD", "UPDATE", "DISABLE", "DELETE")) {
                assertThat(Product.count(run, "applied", category, "users"))
                        .as(category)
                        .isPositive();
            }
            assertThat(product.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aManualRunStopsAtUnregisteredDomainsAndNamesThem(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), Map.of())) {
            Run run = product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.UNREGISTERED_DOMAINS);
            assertThat(run.problem().domains()).containsExactly(new Problem.UnregisteredDomain("example.net", 2, 1, 2));
            assertThat(product.rows("select count(*) from account")).containsExactly("0");
            product.execute("insert into registered_domain values ('example.net', 'MANAGEMENT')");
            assertThat(product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY).status())
                    .isEqualTo(Run.Status.SUCCEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReviewLeavesTheDirectoryAloneAndTheNextRunIsNotConfusedByIt(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), Map.of())) {
            Run review = product.sync(Run.Trigger.COMMAND, Run.Mode.REVIEW);
            assertThat(review.status()).isEqualTo(Run.Status.AWAITING_REVIEW);
            assertThat(review.stage()).isEqualTo(Run.Stage.REVIEW);
            assertThat(review.planHash()).hasSize(64);
            assertThat(product.rows("select count(*) from account")).containsExactly("0");
            assertThat(product.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(product.rows("select distinct outcome from plan_item where run_id = " + review.id()))
                    .containsExactly("PENDING");
        }
    }
}
