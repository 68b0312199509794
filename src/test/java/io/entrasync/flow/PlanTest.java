package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.MemberType;
import io.entrasync.demo.TenantGroup;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan holds for whom. */
class PlanTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDisabledUserIsDisabledNotDeletedAndComesBack(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.sync();
            company.change("a", user -> user.withAccountEnabled(false));
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a DISABLE APPLIED");
            assertThat(company.product.rows("select disabled_by from account where entra_id = 'a'"))
                    .containsExactly("SYNC");
            company.change("a", user -> user.withAccountEnabled(true));
            assertThat(company.items(company.sync())).containsExactly("a UPDATE APPLIED");
            assertThat(company.accounts()).containsExactly("a ACTIVE a@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anOperatorsBlockStays(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.sync();
            company.product.execute(
                    "update account set status = 'DISABLED', disabled_by = 'OPERATOR', row_hash = null where entra_id = 'a'");
            company.change("a", user -> user.withDepartment("Sales"));
            company.sync();
            assertThat(company.product.rows("select status, department from account where entra_id = 'a'"))
                    .containsExactly("DISABLED Sales");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsGoneIsDeletedWithEvidenceOnly(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("gone", "gone@example.com");
            company.user("lagging", "lagging@example.com");
            company.group("g", "g@example.com", "gone", "lagging");
            company.sync();
            company.delete("gone");
            company.graph.when(io.entrasync.fake.RequestMatch.path("/users")).changeBody(body -> ((List<?>)
                            body.get("value"))
                    .removeIf(user -> ((Map<?, ?>) user).get("id").equals("lagging")));
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("g UPDATE APPLIED", "gone DELETE APPLIED");
            assertThat(company.product.rows("select evidence from plan_item where category = 'DELETE'"))
                    .containsExactly("NOT_FOUND_BY_ID");
            assertThat(company.accounts()).containsExactly("lagging ACTIVE lagging@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aGroupThatComesBackWithinThirtyDaysHasItsIdAgain(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.group("first", "first@example.com", "a");
            company.group("team", "team@example.com", "a");
            company.sync();
            List<String> before = company.product.rows("select id from mail_group where entra_id = 'team'");
            company.tenant().removeGroup("team");
            assertThat(company.items(company.sync())).containsExactly("team DELETE APPLIED");
            company.group("team", "team@example.com", "a");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("team ADD APPLIED");
            assertThat(company.product.rows("select id from mail_group where entra_id = 'team'"))
                    .isEqualTo(before);
            assertThat(company.product.rows("select w.code from plan_warning w join plan_item p on p.id = w.item_id"
                            + " where p.run_id = " + run.id()))
                    .containsExactly("RESTORED");
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoComesBackWithinThirtyDaysHasIdAndRoleAgain(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.sync();
            company.product.execute("update account set role = 'SILENT_USER', digest = false where entra_id = 'a'");
            List<String> before = company.product.rows("select id, role, digest from account where entra_id = 'a'");
            company.delete("a");
            assertThat(company.items(company.sync())).containsExactly("a DELETE APPLIED");
            company.user("a", "a@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a ADD APPLIED");
            assertThat(company.product.rows("select id, role, digest from account where entra_id = 'a'"))
                    .isEqualTo(before);
            assertThat(company.product.rows("select code from plan_warning where code = 'RESTORED'"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aLocalAccountIsAdoptedByItsPrimaryAddress(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            local(company, "a@example.com", "SILENT_USER");
            company.user("a", "a@example.com", "alias@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).contains("a UPDATE APPLIED");
            assertThat(company.product.rows(
                            "select entra_id, source, role from account where primary_address = 'a@example.com'"))
                    .containsExactly("a ENTRA SILENT_USER");
            assertThat(company.product.rows("select code from plan_warning")).contains("ADOPTED");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAdministratorIsAdoptedOnlyByApproval(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            local(company, "a@example.com", "ADMIN");
            company.user("a", "a@example.com");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.HELD);
            assertThat(run.heldItems()).isEqualTo(1);
            assertThat(company.items(run)).contains("a UPDATE HELD");
            assertThat(company.accounts()).containsExactly("none ACTIVE a@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ofTwoUsersWithOnePrimaryTheLowerIdHasIt(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("b", "same@example.com", "b@example.com");
            company.user("a", "same@example.com");
            Run run = company.sync();
            assertThat(company.owners()).containsExactly("same@example.com a true");
            assertThat(Product.skipped(run)).containsEntry("ADDRESS_CONFLICT", 1);
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPrimaryBeatsAnAlias(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com", "team@example.com");
            company.sync();
            company.user("z", "team@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a UPDATE APPLIED", "z ADD APPLIED");
            assertThat(company.owners()).containsExactly("a@example.com a true", "team@example.com z true");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAddressOfALocalAccountIsNeverTaken(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            local(company, "local@example.com", "END_USER");
            company.product.execute("insert into address (address, account_id, is_primary, domain)"
                    + " select 'desk@example.com', id, false, 'example.com' from account where entra_id is null");
            company.user("a", "a@example.com", "desk@example.com");
            company.user("b", "desk@example.com");
            Run run = company.sync();
            assertThat(Product.skipped(run)).containsEntry("ADDRESS_CONFLICT", 1);
            assertThat(company.owners())
                    .contains("desk@example.com LOCAL false")
                    .doesNotContain("desk@example.com a false");
            assertThat(company.product.rows("select code, detail from plan_warning where code = 'ADDRESS_CONFLICT'"))
                    .anyMatch(warning -> warning.contains("desk@example.com"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aKnownUserWhoseNewPrimaryIsTakenKeepsTheOldOne(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            local(company, "wanted@example.com", "END_USER");
            company.user("a", "a@example.com");
            company.user("b", "b@example.com");
            company.product.execute("insert into address (address, account_id, is_primary, domain)"
                    + " select 'alias@example.com', id, false, 'example.com' from account where entra_id is null");
            company.sync();
            company.proxies("a", "SMTP:alias@example.com");
            company.proxies("b", "SMTP:a@example.com");
            company.sync();
            assertThat(company.owners())
                    .contains("a@example.com a true", "b@example.com b true", "alias@example.com LOCAL false");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoMovesToAnUnregisteredDomainStaysActiveWhileAnAddressIsLeft(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("kept", "kept@example.com");
            company.user("lost", "lost@example.com");
            company.sync();
            company.proxies("kept", "SMTP:kept@example.net", "smtp:kept@example.com");
            company.proxies("lost", "SMTP:lost@example.net");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("lost DISABLE APPLIED");
            assertThat(company.accounts())
                    .containsExactly("kept ACTIVE kept@example.com", "lost DISABLED lost@example.com");
            assertThat(company.owners()).contains("kept@example.com kept true");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatGraphDoesNotDeliverDisablesNobody(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com", "alias@example.com");
            company.user("n", "n@example.com");
            company.change("n", user -> user.withAccountEnabled(null));
            assertThat(Product.skipped(company.sync())).containsEntry("INCOMPLETE_OBJECT", 1);
            company.change("a", user -> user.withAccountEnabled(null)
                    .withProxyAddresses(null)
                    .withDepartment("Sales"));
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a UPDATE APPLIED");
            assertThat(company.accounts()).containsExactly("a ACTIVE a@example.com");
            assertThat(company.owners()).containsExactly("a@example.com a true", "alias@example.com a false");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSettingThatIsOffWithholdsAndCounts(TestDatabase database) throws Exception {
        Map<String, String> off =
                Map.of("how.add-users", "false", "how.add-groups", "false", "how.update-users", "false");
        try (Company company = new Company(database, off)) {
            company.user("a", "a@example.com");
            company.group("g", "g@example.com", "a");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(Product.count(run, "withheld", "ADD", "users")).isEqualTo(2);
            assertThat(Product.count(run, "withheld", "ADD", "groups")).isEqualTo(1);
            assertThat(company.accounts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReCreatedUserWaitsForARemovalThatIsWithheld(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("how.remove-deleted-users", "false"))) {
            company.user("old", "person@example.com");
            company.sync();
            company.delete("old");
            company.user("new", "person@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("new ADD BLOCKED");
            assertThat(Product.count(run, "withheld", "DELETE", "users")).isEqualTo(1);
            assertThat(company.owners()).containsExactly("person@example.com old true");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aGroupOfWhichOnlyMembersChangeKeepsItsMail(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.put(TenantGroup.security("sec", "Security"), "a");
            company.group("g", "g@example.com", "a");
            company.sync();
            company.user("b", "b@example.com");
            company.tenant().addMember("g", "b", MemberType.USER);
            company.tenant().addMember("sec", "b", MemberType.USER);
            Run run = company.sync();
            assertThat(company.product.rows("select entra_id, lower(cast(mail_flow_after as varchar(5))) from plan_item"
                            + " where category = 'UPDATE' and run_id = " + run.id()))
                    .containsExactly("g true", "sec false");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void groupsHaveTheirMembersAndOthersAreCounted(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.user("guest", "guest@example.com");
            company.change("guest", user -> user.withUserType("Guest"));
            company.put(TenantGroup.security("sec", "Security"), "a");
            company.group("g", "g@example.com", "a", "guest", "sec");
            company.tenant().addMember("g", "device-1", MemberType.DEVICE);
            company.tenant().addMember("g", "contact-1", MemberType.ORG_CONTACT);
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product.rows("select w.code, w.detail from plan_warning w"))
                    .containsExactly("MEMBERS_NOT_IMPORTED Members not imported: 3");
            company.change("guest", user -> user.withUserType("Member"));
            company.tenant().removeMember("g", "a");
            Run second = company.sync();
            assertThat(company.items(second)).containsExactly("g UPDATE APPLIED", "guest ADD APPLIED");
            assertThat(company.product.rows("select members_added, members_removed from plan_item where run_id = "
                            + second.id() + " and object_type = 'GROUP'"))
                    .containsExactly("1 1");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aGroupThatBecomesDynamicIsFrozen(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.put(TenantGroup.security("sec", "Security"), "a");
            company.sync();
            company.put(TenantGroup.security("sec", "Renamed").withMembershipRule("user.department -eq \"x\""));
            company.tenant().removeMember("sec", "a");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(company.product.rows("select display_name from mail_group"))
                    .containsExactly("Security");
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("1");
            company.put(TenantGroup.security("new", "New").withMembershipRule("user.department -eq \"x\""));
            assertThat(Product.skipped(company.sync())).containsExactly(Map.entry("DYNAMIC_MEMBERSHIP", 2));
            assertThat(company.product.rows("select entra_id, reason, detail from image_group"))
                    .containsExactly(
                            "new DYNAMIC_MEMBERSHIP null",
                            "sec DYNAMIC_MEMBERSHIP Frozen: the stored group stays as it is.");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void dynamicGroupsAreSyncedWhereTheyAreWanted(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("what.dynamic-groups", "true"))) {
            company.user("a", "a@example.com");
            company.put(TenantGroup.security("sec", "Security").withMembershipRule("user.city -eq \"x\""), "a");
            company.sync();
            assertThat(company.product.rows("select g.display_name, a.entra_id from group_member m"
                            + " join mail_group g on g.id = m.group_id join account a on a.id = m.account_id"))
                    .containsExactly("Security a");
            company.put(TenantGroup.security("sec", "Renamed").withMembershipRule("user.city -eq \"y\""));
            assertThat(company.items(company.sync())).containsExactly("sec UPDATE APPLIED");
        }
    }

    private static void local(Company company, String address, String role) {
        company.product.execute(
                "insert into account (kind, role, digest, status, source, primary_address, display_name,"
                        + " created_at, updated_at) values ('USER', '" + role + "', true, 'ACTIVE', 'LOCAL', '"
                        + address
                        + "', 'Local', current_timestamp, current_timestamp)");
        company.product.execute(
                "insert into address (address, account_id, is_primary, domain) select primary_address, id,"
                        + " true, 'example.com' from account where primary_address = '" + address + "'");
    }
}
