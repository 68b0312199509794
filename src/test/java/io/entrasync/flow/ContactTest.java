package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.settings.Origin;
import io.entrasync.settings.SettingState;
import io.entrasync.store.RunQueries;
import io.entrasync.store.SettingStore;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody receives the summary: administrators are told at once, and after a while scheduled runs end by themselves. */
class ContactTest {
    private static final Map<String, String> NONE = Map.of("tech-contact", "", "report.at", "23:59");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withoutATechContactAdministratorsAreTold(TestDatabase database) throws Exception {
        try (Mailed mailed = withAdmin(database, NONE)) {
            mailed.tick();
            mailed.tick();
            List<MimeMessage> mails = mailed.mails();
            assertThat(mails).singleElement().satisfies(mail -> {
                assertThat(Mailed.subject(mail)).isEqualTo("Entra ID Sync: Nobody receives the daily summary.");
                assertThat(mail.getAllRecipients()).extracting(String::valueOf).containsExactly("boss@example.com");
                assertThat(Mailed.text(mail))
                        .contains("No tech contact is set. Scheduled runs end at 2026-12-01 06:30 UTC");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void afterTheTimeOfGraceScheduledRunsEndAndSettingAContactOffersTheFormerFrequency(TestDatabase database)
            throws Exception {
        try (Mailed mailed = withAdmin(database, NONE)) {
            mailed.tick();
            mailed.tick(Duration.ofDays(6));
            assertThat(frequency(mailed).value()).isEqualTo("24h");
            mailed.mails();
            mailed.tick(Duration.ofHours(25));
            SettingState never = frequency(mailed);
            assertThat(never.value()).isEqualTo("never");
            assertThat(never.origin()).isEqualTo(Origin.SYSTEM);
            assertThat(never.former()).isEqualTo("24h");
            assertThat(never.reason()).contains("No tech contact is set.");
            mailed.tick();
            assertThat(mailed.mails())
                    .filteredOn(mail -> Mailed.subject(mail).contains("last Entra ID Summary"))
                    .singleElement()
                    .satisfies(
                            mail -> assertThat(Mailed.text(mail)).contains("Set by SYSTEM", "such as 24h as before"));

            SettingStore settings = mailed.company.product.bean(SettingStore.class);
            settings.change(Map.of("tech-contact", Mailed.CONTACT), Origin.CONSOLE, "operator", null);
            mailed.tick();
            assertThat(mailed.subjects())
                    .containsExactly("Entra ID Sync: Recovered: Nobody receives the daily summary.");
            settings.reset("when.frequency", "operator");
            mailed.tick(Duration.ofDays(30));
            assertThat(frequency(mailed).value()).isEqualTo("24h");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aContactThatIsSetInTimeEndsTheGrace(TestDatabase database) throws Exception {
        try (Mailed mailed = withAdmin(database, NONE)) {
            mailed.tick();
            mailed.tick(Duration.ofDays(6));
            try (Product restarted = mailed.node(Map.of("tech-contact", Mailed.CONTACT))) {
                Mailed.tick(restarted);
            }
            mailed.tick(Duration.ofDays(2));
            assertThat(frequency(mailed).value()).as("the grace began anew").isEqualTo("24h");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withoutAMailServerTheGraceRunsToo(TestDatabase database) throws Exception {
        try (Mailed mailed = withAdmin(database, Map.of("mail.host", "", "report.at", "23:59"))) {
            mailed.tick();
            mailed.tick(Duration.ofDays(7).plusMinutes(1));
            assertThat(frequency(mailed).value()).isEqualTo("never");
            assertThat(frequency(mailed).reason()).contains("No mail server is set");
            assertThat(mailed.subjects()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aContactThatIsDisabledOrDeletedInEntraIsNone(TestDatabase database) throws Exception {
        for (boolean deleted : List.of(true, false)) {
            try (Mailed mailed =
                    withAdmin(database, Map.of("tech-contact", "Contact@example.com", "report.at", "23:59"))) {
                mailed.company.user("contact", "contact@example.com");
                mailed.scheduled();
                mailed.tick();
                assertThat(mailed.subjects()).isEmpty();
                if (deleted) {
                    mailed.company.delete("contact");
                } else {
                    mailed.company.change("contact", user -> user.withAccountEnabled(false));
                }
                mailed.scheduled();
                mailed.tick();
                assertThat(mailed.mails())
                        .filteredOn(mail -> Mailed.subject(mail).contains("Nobody receives"))
                        .singleElement()
                        .satisfies(mail -> {
                            assertThat(mail.getAllRecipients())
                                    .extracting(String::valueOf)
                                    .containsExactly("boss@example.com");
                            assertThat(Mailed.text(mail))
                                    .contains(
                                            deleted
                                                    ? "It is deleted in Microsoft Entra"
                                                    : "It is disabled in Microsoft Entra");
                        });
                mailed.company.product.approve(mailed.company.product.run(mailed.company
                        .product
                        .bean(RunQueries.class)
                        .waiting(null)
                        .orElseThrow()));
                mailed.tick();
                assertThat(mailed.subjects()).as("still nobody").noneMatch(subject -> subject.contains("Recovered"));
            }
        }
    }

    private static Mailed withAdmin(TestDatabase database, Map<String, String> settings) throws Exception {
        Mailed mailed = new Mailed(database, settings);
        mailed.company.user("boss", "boss@example.com");
        mailed.company.sync();
        mailed.company.product.execute("update account set role = 'ADMIN' where entra_id = 'boss'");
        return mailed;
    }

    private static SettingState frequency(Mailed mailed) {
        return mailed.company
                .product
                .bean(SettingStore.class)
                .current()
                .states()
                .get("when.frequency");
    }
}
