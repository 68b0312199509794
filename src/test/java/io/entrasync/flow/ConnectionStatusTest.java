package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.fake.RequestMatch;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import io.entrasync.run.ConnectionWatch;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionState;
import io.entrasync.store.ConnectionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Green is what an operator saw working, until connecting fails or a setting of it changes. */
class ConnectionStatusTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void onlyAManualReadTurnsItGreen(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.sync(Run.Trigger.SCHEDULED, Run.Mode.APPLY);
            assertState(company, false, null);
            assertThat(state(company).lastSuccessAt()).isNotNull();
            assertThat(state(company).lastManualSuccessAt()).isNull();
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.REVIEW);
            assertState(company, true, null);
            assertThat(state(company).lastManualSuccessAt())
                    .isEqualTo(state(company).lastSuccessAt());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void unregisteredDomainsAreASuccessfulRead(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("elsewhere", "somebody@elsewhere.example");
            Run run = company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertState(company, true, null);
            assertThat(state(company).tenantId()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatFailsAfterTheReadLeavesItGreen(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.execute("alter table plan_member rename to moved");
            Run run = company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            assertThat(Objects.requireNonNull(run.problem()).code()).isEqualTo(ProblemCode.DIRECTORY_UNAVAILABLE);
            assertState(company, true, null);
            assertThat(state(company).lastSuccessAt()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReadThatBreaksOffOrIsEmptyLeavesItGreenAndIsShown(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            ConnectionState before = state(company);
            company.graph.when(RequestMatch.path("/groups")).times(4).answer(503);
            company.sync();
            assertState(company, true, ProblemCode.READ_INCOMPLETE);
            company.graph.when(RequestMatch.path("/users")).times(1).emptyList();
            company.sync();
            assertState(company, true, ProblemCode.EMPTY_SOURCE);
            assertThat(state(company).lastSuccessAt()).isEqualTo(before.lastSuccessAt());
            company.sync();
            assertState(company, true, null);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void graphThatCannotBeReachedTurnsItGrey(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            company.graph.when(RequestMatch.anyRequest()).times(4).answer(503);
            company.product.sync(Run.Trigger.SCHEDULED, Run.Mode.APPLY);
            assertState(company, false, ProblemCode.READ_INCOMPLETE);
            company.product.sync(Run.Trigger.SCHEDULED, Run.Mode.APPLY);
            assertState(company, false, null);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRefusedSignInAndAnotherTenantTurnItGrey(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a")) {
            Company company = signedIn.company;
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            assertState(company, true, null);
            company.product.execute("update directory_state set tenant_id = 'tenant-z'");
            company.sync();
            assertState(company, false, ProblemCode.TENANT_CHANGED);
            company.product.execute("update directory_state set tenant_id = 'tenant-a', connection_green = true");
            signedIn.tokens.refuse(401, "invalid_client", 7000222, "Expired.");
            signedIn.forgetToken();
            company.sync();
            assertState(company, false, ProblemCode.SECRET_EXPIRED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherSecretInItsFileTurnsItGreyAndCountsAsChange(TestDatabase database) throws Exception {
        Path file = Files.writeString(folder.resolve(database.name()), SignedIn.SECRET + "\n");
        Map<String, String> settings = Map.of("entra.client-secret", "", "entra.client-secret-file", file.toString());
        try (SignedIn signedIn = new SignedIn(database, "tenant-a", settings)) {
            Company company = signedIn.company;
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            ConnectionWatch watch = signedIn.bean(ConnectionWatch.class);
            watch.look();
            Files.writeString(file, SignedIn.SECRET);
            watch.look();
            assertState(company, true, null);
            assertThat(company.product.rows("select tries_from from directory_state"))
                    .containsExactly("null");
            Files.writeString(file, "another");
            watch.look();
            assertState(company, false, null);
            assertThat(company.product.rows("select tries_from from directory_state"))
                    .doesNotContain("null");
            assertThat(company.product
                            .rows("select settings_hash from directory_state")
                            .get(0))
                    .matches("\\p{XDigit}{64}");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunWithOtherSettingsNoticesBeforeItSignsIn(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            Settings other = company.product.settings("entra.client-id", "another");
            company.product.execute("update directory_state set settings_hash = 'of other settings'");
            company.sync();
            assertState(company, false, null);
            ConnectionStore connection = company.product.camel().getRegistry().findSingleByType(ConnectionStore.class);
            company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            new ConnectionWatch(other::entra, other.graph(), connection).look();
            assertState(company, false, null);
        }
    }

    private static void assertState(Company company, boolean green, @Nullable ProblemCode problem) {
        ConnectionState state = state(company);
        assertThat(state.green()).isEqualTo(green);
        assertThat(state.problem() == null ? null : state.problem().code()).isEqualTo(problem);
    }

    private static ConnectionState state(Company company) {
        return company.product
                .camel()
                .getRegistry()
                .findSingleByType(ConnectionStore.class)
                .state();
    }
}
