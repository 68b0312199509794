package io.entrasync.flow;

import static io.entrasync.fake.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantGroup;
import io.entrasync.model.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run asks for nothing that its token does not allow. */
class PermissionTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void membersThatAreHiddenFromTheApplicationAreNotAskedFor(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a")) {
            Company company = signedIn.company;
            company.user("a", "a@example.com");
            company.put(TenantGroup.security("hidden", "Hidden"), "a");
            company.put(TenantGroup.security("open", "Open"), "a");
            company.sync();
            company.put(TenantGroup.security("hidden", "Renamed").withVisibility("HiddenMembership"));
            company.graph.clearRequests();

            Run run = company.sync();

            assertThat(company.graph.requestsInBatch())
                    .extracting(request -> request.path())
                    .containsExactly("/groups/open/members");
            assertThat(company.items(run)).containsExactly("hidden UPDATE APPLIED");
            assertThat(company.product.rows("select code from plan_warning")).contains("MEMBERS_UNREADABLE");
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withThePermissionAnEmptyHiddenGroupIsEmpty(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a")) {
            Company company = signedIn.company;
            company.user("a", "a@example.com");
            company.put(TenantGroup.security("hidden", "Hidden"), "a");
            company.sync();
            List<String> roles = new ArrayList<>(SignedIn.ROLES);
            roles.add("Member.Read.Hidden");
            signedIn.token("tenant-a", roles);
            signedIn.forgetToken();
            company.put(TenantGroup.security("hidden", "Hidden").withVisibility("HiddenMembership"));
            company.tenant().removeMember("hidden", "a");

            company.sync();

            assertThat(company.graph.requests(path("/users"))).isNotEmpty();
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void partsOfABatchThatAreAskedForAgainCountAsRetries(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.put(TenantGroup.security("g", "Group"));
            company.graph.whenInBatch(path("/groups/g/members")).times(2).throttle(1);
            company.user("leaver", "leaver@example.com");
            Run run = company.sync();
            assertThat(run.counts()).containsEntry("retries", 2);
            company.delete("leaver");
            company.graph.whenInBatch(path("/users/leaver")).times(1).throttle(1);
            assertThat(company.sync().counts()).containsEntry("retries", 1);
        }
    }
}
