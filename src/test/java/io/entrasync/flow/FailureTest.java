package io.entrasync.flow;

import static io.entrasync.fake.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails inside the product: one item, one row, the database. */
class FailureTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneBadItemFailsWithItsCauseAndStopsNobodyElse(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            for (int i = 0; i < 40; i++) {
                company.user("user-" + i, "user-" + i + "@example.com");
            }
            company.product.execute(
                    "alter table account add constraint refuses check (display_name <> 'Name of user-17')");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.PARTIAL);
            assertThat(Product.count(run, "failed", "ADD", "users")).isEqualTo(1);
            assertThat(Product.count(run, "applied", "ADD", "users")).isEqualTo(40);
            assertThat(company.product.rows("select entra_id, error from plan_item where outcome = 'FAILED'"))
                    .singleElement()
                    .asString()
                    .startsWith("user-17")
                    .containsIgnoringCase("refuses");
            company.product.execute("alter table account drop constraint refuses");
            assertThat(company.items(company.sync())).containsExactly("user-17 ADD APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void connectedItemsFailTogether(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.user("b", "b@example.com");
            company.sync();
            company.product.execute(
                    "alter table account add constraint refuses check (primary_address <> 'c@example.com')");
            company.proxies("a", "SMTP:b@example.com");
            company.proxies("b", "SMTP:c@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a UPDATE FAILED", "b UPDATE FAILED");
            assertThat(company.owners()).containsExactly("a@example.com a true", "b@example.com b true");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRowThatFailsEndsTheRunBeforeAnythingIsPlanned(TestDatabase database, @TempDir Path folder) throws Exception {
        String step = "<bean ref=\"scoping\" method=\"user(${exchangeProperty.scope}, ${body})\"/>";
        String failing = "<throwException exceptionType=\"java.lang.IllegalStateException\" message=\"on purpose\"/>";
        String routes = Files.readString(Path.of("routes/users.camel.xml"));
        assertThat(routes).contains(step);
        Files.writeString(folder.resolve("users.camel.xml"), routes.replace(step, failing));
        try (Company company = new Company(database, Map.of("routes.location", folder.toString()))) {
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.INTERNAL);
            assertThat(run.problem().detail()).contains("on purpose");
            assertThat(company.items(run)).isEmpty();
            assertThat(company.product.rows("select count(*) from account")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anEntryThatIsNoUserMakesTheReadIncomplete(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.sync();
            company.graph.when(path("/users")).changeBody(body -> {
                @SuppressWarnings("unchecked")
                List<Object> users = (List<Object>) body.get("value");
                users.add(0, null);
            });
            company.delete("a");
            Run run = company.sync();
            assertThat(run.problem().code()).isEqualTo(ProblemCode.READ_INCOMPLETE);
            assertThat(company.items(run)).isEmpty();
            assertThat(company.accounts()).containsExactly("a ACTIVE a@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDatabaseThatFailsEndsTheRunAndTheNextOneGoesOn(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.product.execute("alter table plan_member rename to moved");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.DIRECTORY_UNAVAILABLE);
            assertThat(company.accounts()).isEmpty();
            company.product.execute("alter table moved rename to plan_member");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
        }
    }
}
