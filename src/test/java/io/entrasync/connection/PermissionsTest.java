package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

    @Test
    void leastPrivilegeSuffices() {
        TokenClaims claims = granted("User.Read.All", "GroupMember.Read.All");

        assertThat(Permissions.missingRequired(claims)).isEmpty();
        assertThat(Permissions.evaluate(claims))
                .filteredOn(permission -> !permission.granted())
                .extracting(Permission::name)
                .containsExactly(
                        "Domain.Read.All", "Application.Read.All", "MailboxSettings.Read", "Member.Read.Hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Directory.Read.All",
                "Directory.ReadWrite.All",
                "User.Read.All,Group.Read.All",
                "User.ReadWrite.All,Group.ReadWrite.All"
            })
    void widerPermissionsCount(String roles) {
        assertThat(Permissions.missingRequired(granted(roles.split(",")))).isEmpty();
    }

    @Test
    void directoryReadAllCountsForDomains() {
        assertThat(Permissions.evaluate(granted("Directory.Read.All")))
                .filteredOn(Permission::granted)
                .extracting(Permission::name)
                .containsExactly("User.Read.All", "GroupMember.Read.All", "Domain.Read.All");
    }

    @Test
    void eachMissingPermissionIsNamedWithTheFeatureLost() {
        Problem problem = Permissions.missingRequired(granted("Group.Read.All")).orElseThrow();

        assertThat(problem.code()).isEqualTo(ProblemCode.PERMISSION_MISSING);
        assertThat(problem.detail()).contains("User.Read.All (reading users)").doesNotContain("GroupMember");
    }

    @Test
    void aTokenWithoutAnyRoleLacksConsent() {
        Problem problem = Permissions.missingRequired(granted()).orElseThrow();

        assertThat(problem.code()).isEqualTo(ProblemCode.CONSENT_MISSING);
        assertThat(problem.detail()).contains("User.Read.All", "GroupMember.Read.All");
    }

    @Test
    void withoutATokenNothingIsMissing() {
        assertThat(Permissions.missingRequired(TokenClaims.NONE)).isEmpty();
        assertThat(Permissions.evaluate(TokenClaims.NONE)).hasSize(6).allMatch(Permission::granted);
    }

    private static TokenClaims granted(String... roles) {
        return new TokenClaims(true, "tenant-1", "app-1", List.of(roles));
    }
}
