package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantGroup;
import io.entrasync.model.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Addresses that move between objects: one transaction, and nobody is without an address on the way. */
class ConnectedItemsTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRenameChainSucceeds(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.user("b", "b@example.com");
            company.sync();
            company.proxies("a", "SMTP:b@example.com");
            company.proxies("b", "SMTP:c@example.com");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.owners()).containsExactly("b@example.com a true", "c@example.com b true");
            assertThat(company.items(run)).containsExactly("a UPDATE APPLIED", "b UPDATE APPLIED");
            assertThat(company.product.rows("select count(distinct component) from plan_item where component > 0"))
                    .containsExactly("1");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aCycleOfThreeSucceeds(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.user("b", "b@example.com");
            company.user("c", "c@example.com");
            company.sync();
            company.proxies("a", "SMTP:b@example.com");
            company.proxies("b", "SMTP:c@example.com");
            company.proxies("c", "SMTP:a@example.com");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.owners())
                    .containsExactly("a@example.com c true", "b@example.com a true", "c@example.com b true");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void twoSwapTheirAliases(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com", "sales@example.com");
            company.user("b", "b@example.com", "support@example.com");
            company.sync();
            company.proxies("a", "SMTP:a@example.com", "smtp:support@example.com");
            company.proxies("b", "SMTP:b@example.com", "smtp:sales@example.com");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.owners())
                    .containsExactly(
                            "a@example.com a true",
                            "b@example.com b true",
                            "sales@example.com b false",
                            "support@example.com a false");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAliasBecomesThePrimaryOfTheSameUser(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "old@example.com", "new@example.com");
            company.sync();
            company.proxies("a", "SMTP:new@example.com", "smtp:old@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a UPDATE APPLIED");
            assertThat(company.owners()).containsExactly("new@example.com a true", "old@example.com a false");
            assertThat(company.accounts()).containsExactly("a ACTIVE new@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aLeaversAliasGoesToTheSuccessor(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("leaver", "leaver@example.com", "fairs@example.com");
            company.user("successor", "successor@example.com");
            company.sync();
            company.change("leaver", user -> user.withAccountEnabled(false).withoutAlias("fairs@example.com"));
            company.change("successor", user -> user.withAlias("fairs@example.com"));
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("leaver DISABLE APPLIED", "successor UPDATE APPLIED");
            assertThat(company.owners())
                    .contains("fairs@example.com successor false", "leaver@example.com leaver true");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoLongLeftGivesUpWhatTheSuccessorHasInEntra(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("leaver", "info@example.com");
            company.sync();
            company.change("leaver", user -> user.withAccountEnabled(false).withProxyAddresses(java.util.List.of()));
            company.sync();
            assertThat(company.accounts()).containsExactly("leaver DISABLED info@example.com");
            company.user("successor", "info@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("leaver UPDATE APPLIED", "successor ADD APPLIED");
            assertThat(company.owners()).containsExactly("info@example.com successor true");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAddressGoesFromAUserToAGroup(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com", "team@example.com");
            company.sync();
            company.proxies("a", "SMTP:a@example.com");
            company.group("g", "team@example.com", "a");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.owners()).containsExactly("a@example.com a true", "team@example.com g true");
            assertThat(company.product.rows("select g.entra_id, a.entra_id as m from group_member x"
                            + " join mail_group g on g.id = x.group_id join account a on a.id = x.account_id"))
                    .containsExactly("g a");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReCreatedUserIsDeletedAndAddedTogether(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("old", "person@example.com");
            company.sync();
            company.product.execute("update account set role = 'SILENT_USER' where entra_id = 'old'");
            company.delete("old");
            company.user("new", "person@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("new ADD APPLIED", "old DELETE APPLIED");
            assertThat(company.owners()).containsExactly("person@example.com new true");
            assertThat(company.product.rows("select role from account where entra_id = 'new'"))
                    .containsExactly("END_USER");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void groupsInACircleAreApplied(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.put(TenantGroup.security("g1", "One"));
            company.put(TenantGroup.security("g2", "Two"), "g1", "a");
            company.put(TenantGroup.security("g1", "One"), "g2");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product.rows("select g.entra_id, a.entra_id as m from group_effective_member x"
                            + " join mail_group g on g.id = x.group_id join account a on a.id = x.account_id"))
                    .containsExactly("g1 a", "g2 a");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }
}
