package io.entrasync.flow;

import static io.entrasync.fake.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantGroup;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of people and groups whose state in Entra changes, or is not what one expects. */
class PeopleTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aMemberWhoBecomesAGuestIsDisabled(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.sync();
            company.change("a", user -> user.withUserType("Guest"));
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a DISABLE APPLIED");
            assertThat(reason(company, run)).containsExactly("GUEST");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoHasNoUserTypeIsAMember(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.change("a", user -> user.withUserType(null));
            assertThat(company.items(company.sync())).contains("a ADD APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoLosesAllAddressesIsDisabledAndKeepsTheStoredOnes(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.sync();
            company.proxies("a", "X500:/o=x/cn=a", "SIP:a@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a DISABLE APPLIED");
            assertThat(reason(company, run)).containsExactly("NO_PROXY_ADDRESS");
            assertThat(company.accounts()).containsExactly("a DISABLED a@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsRenamedIsUpdatedAndKeepsIdAndRole(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "maiden@example.com");
            company.sync();
            company.product.execute("update account set role = 'ADMIN' where entra_id = 'a'");
            List<String> before = company.product.rows("select id, role from account where entra_id = 'a'");
            company.proxies("a", "SMTP:married@example.com", "smtp:maiden@example.com");
            assertThat(company.items(company.sync())).containsExactly("a UPDATE APPLIED");
            assertThat(company.product.rows("select id, role from account where entra_id = 'a'"))
                    .isEqualTo(before);
            assertThat(company.owners()).containsExactly("maiden@example.com a false", "married@example.com a true");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void addressesCompareWithoutCaseAndInAscii(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("domains", "example.com,bücher.example"))) {
            company.user("a", "Jörg.Äpfel@Example.COM", "shop@BÜCHER.example");
            company.sync();
            assertThat(company.owners())
                    .containsExactly("jörg.äpfel@example.com a true", "shop@xn--bcher-kva.example a false");
            company.proxies("a", "SMTP:JÖRG.äpfel@example.com", "smtp:SHOP@xn--bcher-kva.example");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    static Stream<Arguments> noEvidence() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(401, 403, 410, 503).map(status -> Arguments.of(database, status)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("noEvidence")
    void anyAnswerButNotFoundIsNoEvidence(TestDatabase database, int status) throws Exception {
        try (Company company = new Company(database)) {
            company.user("gone", "gone@example.com");
            company.sync();
            company.delete("gone");
            company.graph.whenInBatch(path("/users/gone")).answer(status);
            Run run = company.sync();
            assertThat(company.items(run)).isEmpty();
            assertThat(company.accounts()).containsExactly("gone ACTIVE gone@example.com");
            company.graph.clearFaults();
            assertThat(company.items(company.sync())).containsExactly("gone DELETE APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void notFoundIsNoEvidenceWhereAKnownOneIsNotFoundEither(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("gone", "gone@example.com");
            company.sync();
            company.delete("gone");
            company.graph.whenInBatch(path("/users/keeper")).answer(404, "Request_ResourceNotFound");
            assertThat(company.items(company.sync())).isEmpty();
            assertThat(company.accounts()).containsExactly("gone ACTIVE gone@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsNotToBeRemovedStaysAndIsCounted(TestDatabase database) throws Exception {
        Map<String, String> settings =
                Map.of("how.remove-deleted-users", "false", "how.remove-deleted-groups", "false");
        try (Company company = new Company(database, settings)) {
            company.user("gone", "gone@example.com");
            company.group("team", "team@example.com", "gone", "keeper");
            company.sync();
            company.delete("gone");
            company.tenant().removeGroup("team");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(Product.count(run, "withheld", "DELETE", "users")).isEqualTo(1);
            assertThat(Product.count(run, "withheld", "DELETE", "groups")).isEqualTo(1);
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aKindThatIsNotSelectedIsNeitherPlannedNorRemoved(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.group("team", "team@example.com", "a");
            company.sync();
            company.delete("a");
            company.tenant().removeGroup("team");
            Run run = company.product.sync(Map.of("what.active-users", "false", "what.distribution-groups", "false"));
            assertThat(company.items(run)).isEmpty();
            assertThat(company.accounts()).containsExactly("a ACTIVE a@example.com");
            assertThat(company.product.rows("select entra_id from mail_group")).containsExactly("team");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aGroupOfAnotherKindAndNameIsUpdated(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.put(TenantGroup.distribution("team", "Before", "team@example.com"), "a");
            company.sync();
            List<String> before = company.product.rows("select id from mail_group");
            company.put(TenantGroup.mailEnabledSecurity("team", "After", "team@example.com"), "a");
            assertThat(company.items(company.sync())).containsExactly("team UPDATE APPLIED");
            assertThat(company.product.rows("select kind, display_name from mail_group"))
                    .containsExactly("MAIL_ENABLED_SECURITY After");
            assertThat(company.product.rows("select id from mail_group")).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void localMembersOfAManagedGroupStay(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.group("team", "team@example.com", "a");
            company.sync();
            company.product.execute(
                    "insert into account (kind, role, digest, status, source, primary_address, created_at,"
                            + " updated_at) values ('FUNCTIONAL', 'SILENT_USER', false, 'ACTIVE', 'LOCAL', 'printer@example.com',"
                            + " current_timestamp, current_timestamp)");
            company.product.execute(
                    "insert into group_member (group_id, account_id) select g.id, a.id from mail_group g"
                            + " cross join account a where a.source = 'LOCAL'");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
            company.tenant().removeMember("team", "a");
            company.sync();
            assertThat(company.product.rows(
                            "select a.primary_address from group_member m join account a on a.id = m.account_id"))
                    .containsExactly("printer@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsGoneAndWasDisabledBeforeIsDeletedWithoutAHold(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("safeguard.max-removals", "1"))) {
            company.user("a", "a@example.com");
            company.user("b", "b@example.com");
            company.sync();
            company.change("a", user -> user.withAccountEnabled(false));
            assertThat(company.items(company.sync())).containsExactly("a DISABLE APPLIED");
            company.delete("a");
            // nobody stops receiving mail by it
            assertThat(company.items(company.sync())).containsExactly("a DELETE APPLIED");
        }
    }

    private static List<String> reason(Company company, Run run) {
        return company.product.rows("select reason from plan_item where run_id = " + run.id());
    }
}
