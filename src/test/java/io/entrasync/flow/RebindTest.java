package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.demo.TenantGroup;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.store.RebindStore;
import io.entrasync.store.RunStore;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A directory that goes over to another tenant: everybody stays, and matches again by primary address. */
class RebindTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherTenantAdoptsWhoIsThereAndRemovesNobody(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a")) {
            Company company = signedIn.company;
            company.user("a-1", "one@example.com", "alias@example.com");
            company.user("a-2", "two@example.com");
            company.user("a-3", "stays@example.com");
            company.group("a-g", "team@example.com", "a-1", "a-2");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            List<String> ids = company.product.rows("select id, primary_address, role from account");

            moveToTenantB(signedIn);
            Run refused = company.sync();
            assertThat(Objects.requireNonNull(refused.problem()).code()).isEqualTo(ProblemCode.TENANT_CHANGED);
            assertThat(company.items(refused)).isEmpty();

            rebind(signedIn);
            assertThat(company.product.rows(
                            "select count(*) from account where entra_id is not null or row_hash is not null"))
                    .containsExactly("0");
            Run first = company.product.sync(Run.Trigger.SCHEDULED, Run.Mode.APPLY);
            assertThat(first.status()).isEqualTo(Run.Status.AWAITING_REVIEW);
            assertThat(first.mode()).isEqualTo(Run.Mode.REVIEW);
            assertThat(company.items(first))
                    .containsExactly(
                            "b-1 UPDATE PENDING", "b-2 UPDATE PENDING", "b-g UPDATE PENDING", "b-k UPDATE PENDING");
            assertThat(company.product.rows("select distinct w.code from plan_warning w join plan_item p"
                            + " on p.id = w.item_id where p.run_id = " + first.id()))
                    .containsExactly("ADOPTED");
            assertThat(company.product.rows(
                            "select members_added, members_removed from plan_item where entra_id = 'b-g'"))
                    .containsExactly("0 0");

            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product.rows("select id, primary_address, role from account"))
                    .isEqualTo(ids);
            assertThat(company.accounts())
                    .containsExactly(
                            "b-1 ACTIVE one@example.com",
                            "b-2 ACTIVE two@example.com",
                            "none ACTIVE stays@example.com");
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("2");
            assertThat(company.product.rows("select tenant_id from directory_state"))
                    .containsExactly("tenant-b");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    /** The same people with other ids; one of them did not come along. */
    private static void moveToTenantB(SignedIn signedIn) {
        Company company = signedIn.company;
        List.of("a-1", "a-2", "a-3", "keeper").forEach(company::delete);
        company.tenant().removeGroup("a-g");
        company.user("b-1", "one@example.com", "alias@example.com");
        company.user("b-2", "two@example.com");
        company.user("b-k", "keeper@example.com");
        company.put(TenantGroup.distribution("b-g", "Group a-g", "team@example.com"), "b-1", "b-2");
        signedIn.token("tenant-b");
        signedIn.forgetToken();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void openPlansEndAndHeldItemsAreStale(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            for (int i = 0; i < 8; i++) {
                company.user("user-" + i, "user-" + i + "@example.com");
            }
            company.sync();
            for (int i = 0; i < 5; i++) {
                company.delete("user-" + i);
            }
            Run held = company.sync();
            assertThat(held.status()).isEqualTo(Run.Status.HELD);
            Run open = company.product.sync(Run.Trigger.MANUAL, Run.Mode.REVIEW);
            assertThat(open.status()).isEqualTo(Run.Status.AWAITING_REVIEW);
            company.product.execute("update directory_state set tenant_id = 'tenant-a'");

            rebind(company);

            assertThat(company.product.rows("select status, stage from sync_run where id = " + open.id()))
                    .containsExactly("CANCELLED DONE");
            assertThat(company.product.rows("select problem from sync_run where id = " + open.id()))
                    .singleElement()
                    .asString()
                    .contains("REBOUND", "the-operator");
            assertThat(company.product.rows("select expires_at from sync_run where id = " + open.id()))
                    .containsExactly("null");
            assertThat(company.product.rows("select status from sync_run where id = " + held.id()))
                    .containsExactly("PARTIAL");
            assertThat(company.product.rows("select distinct outcome, error from plan_item where category = 'DELETE'"))
                    .containsExactly("STALE The directory was released from its tenant after the plan was made.");
            assertThat(company.product.rows("select actor, action, subject from audit_event"))
                    .containsExactly("the-operator REBOUND tenant-a");
            assertThat(company.product.rows("select holder from run_lease")).containsExactly("null");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatTheFormerTenantGaveIsForgotten(TestDatabase database) throws Exception {
        try (Company company = new Company(database, java.util.Map.of("exempt", "exempt@example.com"))) {
            company.user("leaver", "leaver@example.com");
            company.sync();
            company.delete("leaver");
            company.sync();
            company.product.execute("update exemption set entra_id = 'former-id'");
            company.product.execute("insert into exemption (subject, entra_id, created_by, created_at)"
                    + " values ('by-id', 'by-id', 'x', current_timestamp)");
            assertThat(company.product.rows("select entra_id from deleted_account"))
                    .containsExactly("leaver");

            rebind(company);

            assertThat(company.product.rows("select entra_id from deleted_account"))
                    .isEmpty();
            assertThat(company.product.rows("select subject, entra_id from exemption"))
                    .containsExactly("by-id by-id", "exempt@example.com null");
            assertThat(company.product.rows("select image_generation, tenant_id from directory_state"))
                    .containsExactly("null null");
            assertThat(company.product.rows("select entra_id from image_user")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theReviewStaysDueUntilARunHasAPlan(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.sync();
            rebind(company);
            company.graph
                    .when(io.entrasync.fake.RequestMatch.path("/users"))
                    .times(1)
                    .emptyList();
            assertThat(company.sync().status()).isEqualTo(Run.Status.FAILED);
            assertThat(company.sync().status()).isEqualTo(Run.Status.AWAITING_REVIEW);
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whileARunWorksItIsRefusedAndChangesNothing(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.sync();
            RunStore runs = company.product.camel().getRegistry().findSingleByType(RunStore.class);
            runs.open(new RunRequest(
                    Run.Trigger.MANUAL, Run.Mode.APPLY, "test", company.product.settings("when.frequency", "1h")));

            assertThatThrownBy(() -> rebind(company))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("RUN_IN_PROGRESS");

            assertThat(company.product.rows("select entra_id from account")).containsExactly("keeper");
            assertThat(company.product.rows("select actor from audit_event")).isEmpty();
            assertThat(company.product.rows("select status from sync_run where status = 'RUNNING'"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunThatAKilledProcessLeftIsNotGoneOnWith(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            RunStore runs = company.product.camel().getRegistry().findSingleByType(RunStore.class);
            long left = runs.open(new RunRequest(
                    Run.Trigger.MANUAL, Run.Mode.APPLY, "test", company.product.settings("when.frequency", "1h")));
            company.product.execute(
                    "update run_lease set holder = 'gone', heartbeat_at = timestamp '2020-01-01 00:00:00'");
            rebind(company);
            // the schedule may have closed it before
            assertThat(company.product.rows("select status from sync_run where id = " + left))
                    .containsAnyOf("CANCELLED", "FAILED");
        }
    }

    private static void rebind(SignedIn signedIn) {
        rebind(signedIn.company);
    }

    private static void rebind(Company company) {
        company.product
                .camel()
                .getRegistry()
                .findSingleByType(RebindStore.class)
                .rebind("the-operator");
    }
}
