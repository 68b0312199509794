package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.fake.RequestMatch;
import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import io.entrasync.run.Schedule;
import io.entrasync.store.ExemptionStore;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told at once: each cause once a day, with what to do, and when it is over. */
class AlertTest {
    private static final Map<String, String> IMPATIENT = Map.of("graph.max-attempts", "1", "report.at", "23:59");
    private static final Map<String, String> LATE = Map.of("report.at", "23:59");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anExpiredSecretIsToldOnceADayAndSoIsItsEnd(TestDatabase database) throws Exception {
        try (TokenServer tokens = TokenServer.start();
                Mailed mailed = new Mailed(database, signingIn(tokens))) {
            tokens.refuse(401, "invalid_client", 7000222, "The provided client secret keys are expired.");
            assertThat(mailed.scheduled().status()).isEqualTo(Run.Status.FAILED);
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(alert -> {
                assertThat(alert.getSubject()).contains(ProblemCode.SECRET_EXPIRED.title());
                assertThat(Mailed.text(alert))
                        .contains("SECRET_EXPIRED", ProblemCode.SECRET_EXPIRED.remedy())
                        .contains("https://console.example/sync/#/review/1");
            });
            mailed.clock.forward(Duration.ofHours(1));
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.subjects()).as("told today").isEmpty();
            mailed.tick(Duration.ofHours(17));
            assertThat(mailed.subjects()).as("no try failed on this day yet").isEmpty();
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.subjects()).as("it failed on another day").hasSize(1);
            tokens.accept("client", "secret-value", "t-1", List.of("User.Read.All", "GroupMember.Read.All"));
            assertThat(mailed.scheduled().status()).isEqualTo(Run.Status.SUCCEEDED);
            mailed.tick();
            List<MimeMessage> recovery = mailed.mails();
            assertThat(recovery)
                    .extracting(Mailed::subject)
                    .containsExactly("Entra ID Sync of example.com: Recovered: The tenant cannot be connected to.");
            assertThat(tokens.tokens()).isNotEmpty().allSatisfy(token -> assertThat(Mailed.raw(recovery.get(0)))
                    .doesNotContain(token));
        }
    }

    private static Map<String, String> signingIn(TokenServer tokens) {
        return Map.of(
                "report.at", "23:59",
                "entra.credential", "client-secret",
                "entra.primary-domain", "example.com",
                "entra.client-id", "client",
                "entra.client-secret", "secret-value",
                "entra.authority-host", tokens.authorityHost(),
                "entra.disable-instance-discovery", "true");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anUnregisteredDomainIsToldWhenItIsFirstSeen(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, LATE)) {
            mailed.company.user("one", "one@unknown.example");
            mailed.scheduled();
            mailed.tick();
            MimeMessage alert = mailed.mails().get(0);
            assertThat(alert.getSubject()).contains("mail domain that is not registered");
            assertThat(Mailed.text(alert)).contains("unknown.example is used by 1 users");
            mailed.clock.forward(Duration.ofDays(1));
            mailed.company.user("two", "two@unknown.example");
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.subjects()).noneMatch(subject -> subject.contains("not registered here"));
            mailed.company.user("three", "three@another.example");
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.text(mail))
                    .contains("another.example")
                    .doesNotContain("unknown.example"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void heldRemovalsAreToldOnceForTheCauseNotForEachRun(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, Map.of("report.at", "23:59", "safeguard.max-removals", "2"))) {
            for (int i = 0; i < 6; i++) {
                mailed.company.user("u" + i, "u" + i + "@example.com");
            }
            mailed.scheduled();
            mailed.tick();
            for (int i = 0; i < 4; i++) {
                mailed.company.delete("u" + i);
            }
            Run held = mailed.scheduled();
            assertThat(held.status()).isEqualTo(Run.Status.HELD);
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.text(mail))
                    .contains("4 changes of users wait in run " + held.id())
                    .contains("#/review/" + held.id()));
            mailed.clock.forward(Duration.ofDays(1));
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.subjects()).noneMatch(subject -> subject.contains("held"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAdministratorWhoLeavesIsNamed(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, LATE)) {
            mailed.company.user("boss", "boss@example.com");
            mailed.company.user("chief", "chief@example.com");
            mailed.scheduled();
            mailed.company.product.execute("update account set role = 'ADMIN' where entra_id in ('boss', 'chief')");
            mailed.company.delete("boss");
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.text(mail))
                    .contains("ADMIN_LEFT", "boss@example.com is deleted in Microsoft Entra."));
            mailed.company.delete("chief");
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.text(mail))
                    .contains("chief@example.com")
                    .doesNotContain("boss@example.com"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anExemptAddressThatWentToSomebodyElseIsTold(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, LATE)) {
            mailed.company.user("old", "special@example.com");
            mailed.scheduled();
            mailed.company.product.bean(ExemptionStore.class).add("special@example.com", "a test", "test");
            mailed.company.delete("old");
            mailed.company.user("new", "special@example.com");
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.text(mail))
                    .contains("EXEMPTION_REUSED", "special@example.com belongs to another object now"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aStaleSyncIsNoticedByTheClock(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, LATE)) {
            mailed.scheduled();
            mailed.tick(Duration.ofHours(47));
            mailed.mails();
            mailed.tick(Duration.ofHours(2));
            assertThat(mailed.subjects())
                    .containsExactly(
                            "Entra ID Sync: No sync has succeeded for two intervals: the directory is out of date.");
            mailed.tick(Duration.ofHours(25));
            assertThat(mailed.subjects()).as("the next day").anyMatch(subject -> subject.contains("out of date."));
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.subjects()).anyMatch(subject -> subject.startsWith("Entra ID Sync: Recovered"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void failuresInARowAreToldWhenTriesAreSpacedAndWhenThatEnds(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, IMPATIENT)) {
            for (int i = 0; i < 3; i++) {
                mailed.company.graph.when(RequestMatch.anyRequest()).times(1).answer(503);
                mailed.scheduled();
            }
            mailed.company.product.bean(Schedule.class).isDue();
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.text(mail))
                    .contains("REPEATED_FAILURE", "3 scheduled runs failed in a row; the next try is at"));
            mailed.company.sync();
            mailed.company.product.bean(Schedule.class).isDue();
            mailed.tick();
            assertThat(mailed.subjects()).singleElement().asString().startsWith("Entra ID Sync: Recovered");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anEndingSecretIsToldAtFourteenSevenThreeAndOneDays(TestDatabase database) throws Exception {
        try (Mailed mailed =
                new Mailed(database, Map.of("report.at", "23:59", "entra.secret-expires-on", "2026-12-14"))) {
            mailed.scheduled();
            mailed.tick();
            StringBuilder days = new StringBuilder();
            for (int day = 0; day < 22; day++) {
                mailed.company.sync();
                mailed.tick(Duration.ofDays(1));
                for (MimeMessage mail : mailed.mails()) {
                    if (mail.getSubject().startsWith("Entra ID Sync: ")) {
                        days.append(mail.getSentDate().toInstant().toString(), 5, 10)
                                .append(' ');
                    }
                }
            }
            assertThat(days).hasToString("11-30 12-07 12-11 12-13 12-15 ");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aFirstRunThatWaitsForItsReviewIsTold(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, LATE)) {
            Run waiting = mailed.company.product.sync(Run.Trigger.SCHEDULED, Run.Mode.REVIEW);
            mailed.tick();
            assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.text(mail))
                    .contains("REVIEW_WAITS", "#/review/" + waiting.id()));
        }
    }
}
