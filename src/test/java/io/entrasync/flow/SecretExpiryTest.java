package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantApplication;
import io.entrasync.fake.RequestMatch;
import io.entrasync.model.Run;
import io.entrasync.run.SecretExpiry;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretExpiryTest {
    private static final String URL = "/applications(appId='client')";
    private static final RequestMatch QUESTION = RequestMatch.path(URL);
    private static final LocalDate CONFIGURED = LocalDate.of(2099, 1, 2);

    @TempDir
    Path files;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void daysAreCountedFromTodayInUtcAndWhatNobodySaysIsNotKnown(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            for (String credential : List.of("auto", "client-secret", "certificate", "managed-identity", "none")) {
                SecretExpiry unknown = expiry(company, credential, "", "2031-05-04T00:00:00Z");
                assertThat(unknown.date()).as(credential).isNull();
                assertThat(unknown.daysLeft()).as(credential).isNull();
                assertThat(expiry(company, credential, "2031-05-06", "2031-05-04T23:59:59Z")
                                .daysLeft())
                        .isEqualTo(2);
                assertThat(expiry(company, credential, "2031-05-06", "2031-05-06T23:59:59Z")
                                .daysLeft())
                        .isZero();
                assertThat(expiry(company, credential, "2031-05-06", "2031-05-07T00:00:00Z")
                                .daysLeft())
                        .isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void eachRunAsksGraphOnceWhereTheTokenAllowsIt(TestDatabase database) throws Exception {
        try (SignedIn signedIn = signedIn(database)) {
            secretEnds(signedIn, "sec", "2031-05-06T23:59:47.8601311Z");
            assertThat(signedIn.company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(asked(signedIn)).as("without the permission").isZero();
            assertEnd(signedIn, CONFIGURED);

            allow(signedIn);
            Run run = signedIn.company.sync();
            assertThat(asked(signedIn)).isEqualTo(1);
            assertThat(run.counts()).containsEntry("retries", 0);
            assertEnd(signedIn, LocalDate.of(2031, 5, 6));
            assertThat(signedIn.company.product.rows("select secret_hash from directory_state"))
                    .singleElement()
                    .asString()
                    .matches("\\p{XDigit}{64}");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void noAnswerFailsARunAndTheLastOneStays(TestDatabase database) throws Exception {
        try (SignedIn signedIn = signedIn(database)) {
            allow(signedIn);
            signedIn.company.sync();
            assertEnd(signedIn, CONFIGURED);
            secretEnds(signedIn, "sec", "2031-05-06T01:00:00Z");
            signedIn.company.sync();
            assertEnd(signedIn, LocalDate.of(2031, 5, 6));
            for (int refused : new int[] {400, 401, 403, 404, 429, 500, 503}) {
                signedIn.company.graph.when(QUESTION).times(1).answer(refused);
                assertUnharmed(signedIn, String.valueOf(refused));
            }
            signedIn.company.graph.when(QUESTION).times(1).change(answer -> answer.withBody(List.of()));
            assertUnharmed(signedIn, "odd");
            signedIn.company
                    .graph
                    .when(QUESTION)
                    .times(1)
                    .change(answer -> answer.withBody(
                            Map.of("passwordCredentials", List.of(Map.of("hint", "sec", "endDateTime", "soon")))));
            assertUnharmed(signedIn, "no date");
            signedIn.company.graph.when(QUESTION).times(1).cutBody();
            assertUnharmed(signedIn, "cut off");
            secretEnds(signedIn, "oth", "2030-01-01T01:00:00Z");
            assertUnharmed(signedIn, "another's secret");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherSecretIsAskedForAnew(TestDatabase database) throws Exception {
        Path file = Files.writeString(files.resolve(database.name()), SignedIn.SECRET);
        Map<String, String> fromFile = Map.of("entra.client-secret", "", "entra.client-secret-file", file.toString());
        try (SignedIn signedIn = signedIn(database, fromFile)) {
            allow(signedIn);
            secretEnds(signedIn, "sec", "2031-05-06T01:00:00Z");
            signedIn.company.sync();
            assertEnd(signedIn, LocalDate.of(2031, 5, 6));

            Files.writeString(file, "renewed");
            assertEnd(signedIn, CONFIGURED);
            signedIn.tokens.accept("client", "renewed", "tenant-a", roles());
            secretEnds(signedIn, "ren", "2033-05-06T01:00:00Z");
            signedIn.forgetToken();
            signedIn.company.sync();
            assertEnd(signedIn, LocalDate.of(2033, 5, 6));
        }
    }

    private static SignedIn signedIn(TestDatabase database) throws Exception {
        return signedIn(database, Map.of());
    }

    private static SignedIn signedIn(TestDatabase database, Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("entra.secret-expires-on", CONFIGURED.toString());
        settings.put("graph.max-attempts", "2");
        return new SignedIn(database, "tenant-a", settings);
    }

    private static void allow(SignedIn signedIn) {
        signedIn.token("tenant-a", roles());
        signedIn.forgetToken();
    }

    private static List<String> roles() {
        List<String> roles = new ArrayList<>(SignedIn.ROLES);
        roles.add("Application.Read.All");
        return roles;
    }

    private static void secretEnds(SignedIn signedIn, String hint, String end) {
        signedIn.company
                .tenant()
                .setApplication(new TenantApplication(
                        "app-1",
                        "client",
                        "Sync",
                        List.of(new TenantApplication.Secret("key-1", hint, Instant.parse(end)))));
    }

    private static int asked(SignedIn signedIn) {
        return signedIn.company.graph.requests(QUESTION).size();
    }

    private static void assertUnharmed(SignedIn signedIn, String how) {
        signedIn.company.graph.clearRequests();
        assertThat(signedIn.company.sync().status()).as(how).isEqualTo(Run.Status.NO_CHANGE);
        assertThat(asked(signedIn)).as(how).isEqualTo(1);
        assertEnd(signedIn, LocalDate.of(2031, 5, 6));
    }

    private static void assertEnd(SignedIn signedIn, LocalDate end) {
        assertThat(signedIn.bean(SecretExpiry.class).date()).isEqualTo(end);
    }

    private static SecretExpiry expiry(Company company, String credential, String configured, String now) {
        Map<String, String> values = Map.of("entra.credential", credential, "entra.secret-expires-on", configured);
        Settings settings = Settings.read(values::get);
        return new SecretExpiry(
                settings::entra,
                settings.graph().baseUrl(),
                company.product.bean(ConnectionStore.class),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
