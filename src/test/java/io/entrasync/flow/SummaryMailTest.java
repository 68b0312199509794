package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.run.DailySummary;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The daily summary: what it says, and that it comes exactly once a day, whatever happens. */
class SummaryMailTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itComesOnceADayAtItsTimeAlsoWhenNothingChanged(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.scheduled();
            mailed.tick();
            assertThat(mailed.subjects()).isEmpty();
            mailed.tick(Duration.ofMinutes(30));
            assertThat(mailed.subjects())
                    .containsExactly("Entra ID Summary, 2026-11-24: OK (All is well, with 1 change)");
            mailed.tick(Duration.ofMinutes(1));
            mailed.tick(Duration.ofHours(15));
            assertThat(mailed.subjects()).isEmpty();
            mailed.scheduled();
            mailed.tick(Duration.ofHours(9));
            assertThat(mailed.subjects())
                    .containsExactly("Entra ID Summary, 2026-11-25: NO CHANGE (All is well, and nothing has changed)");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itTellsWhatHappenedWithNamesInTextHtmlAndCsv(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database, Map.of("entra.primary-domain", "example.com"))) {
            mailed.company.user("björk", "bjork@example.com");
            mailed.company.change("björk", user -> user.withDisplayName("Björk Guðmundsdóttir <b>"));
            mailed.company.user("lost", "lost@unknown.example", "lost@example.com");
            mailed.company.group("team", "team@example.com", "björk");
            mailed.scheduled();
            mailed.tick(Duration.ofMinutes(31));
            MimeMessage mail = mailed.mails().stream()
                    .filter(one -> Mailed.subject(one).startsWith("Entra ID Summary"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Mailed.subject(mail))
                    .isEqualTo(
                            "Entra ID Summary of example.com, 2026-11-24: ATTENTION (1 mail domain is not registered)");
            Multipart mixed = (Multipart) mail.getContent();
            Multipart texts = (Multipart) mixed.getBodyPart(0).getContent();
            String text = String.valueOf(texts.getBodyPart(0).getContent());
            String html = String.valueOf(texts.getBodyPart(1).getContent());
            assertThat(text)
                    .contains("Added: 2 users, 1 groups")
                    .contains("Björk Guðmundsdóttir <b> <bjork@example.com>")
                    .contains("unknown.example: users 1, groups 0, aliases 0")
                    .contains("Name of lost <lost@example.com>: UNREGISTERED_DOMAIN")
                    .contains("UNREGISTERED_DOMAIN: 1")
                    .contains("https://console.example/sync/#/domains");
            assertThat(html)
                    .contains("Björk Guðmundsdóttir &lt;b&gt;", "bjork@example.com", "https://console.example/sync")
                    .doesNotContain("Guðmundsdóttir <b>");
            BodyPart csv = mixed.getBodyPart(1);
            assertThat(csv.getFileName()).isEqualTo("entra-id-changes-2026-11-24.csv");
            assertThat(new String(csv.getInputStream().readAllBytes(), "UTF-8"))
                    .contains("ADD", "bjork@example.com", "Björk Guðmundsdóttir", "team@example.com", "APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itsHeadersSayThatAMachineWroteIt(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.scheduled();
            mailed.tick(Duration.ofMinutes(31));
            MimeMessage mail = mailed.mails().get(0);
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("List-Id"))
                    .containsExactly("Entra ID Summary <entra-id-summary.service.example>");
            assertThat(mail.getMessageID()).matches("<summary-2026-11-24\\.[0-9a-f-]{36}@service\\.example>");
            assertThat(mail.getFrom()[0]).hasToString("Entra ID Sync <sync@service.example>");
            assertThat(mail.getAllRecipients()).extracting(String::valueOf).containsExactly(Mailed.CONTACT);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void neitherARestartNorASecondNodeDoublesIt(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.scheduled();
            mailed.clock.forward(Duration.ofMinutes(31));
            try (Product first = mailed.node();
                    Product second = mailed.node()) {
                Stream.of(first, second, mailed.company.product)
                        .map(node -> CompletableFuture.runAsync(() -> Mailed.tick(node)))
                        .toList()
                        .forEach(CompletableFuture::join);
            }
            mailed.tick();
            assertThat(mailed.subjects()).hasSize(1);
            try (Product restarted = mailed.node()) {
                Mailed.tick(restarted);
            }
            assertThat(mailed.subjects()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whileTheMailServerIsDownEachWaitsAndComesLateWithItsOwnDate(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.scheduled();
            mailed.stopMailServer();
            mailed.tick(Duration.ofMinutes(31));
            assertThat(mailed.company
                            .product
                            .bean(DailySummary.class)
                            .of(LocalDate.parse("2026-11-24"))
                            .warnings())
                    .anySatisfy(warning -> assertThat(warning.detail()).contains("check mail.host and mail.port"));
            for (int hour = 0; hour < 25; hour++) {
                mailed.tick(Duration.ofHours(1));
            }
            mailed.startMailServer();
            mailed.tick(Duration.ofHours(1));
            mailed.tick(Duration.ofHours(1));
            List<MimeMessage> late = mailed.mails();
            assertThat(late)
                    .extracting(Mailed::subject)
                    .hasSize(2)
                    .allMatch(subject -> subject.startsWith("Entra ID Summary"));
            assertThat(late.get(0).getSentDate()).isEqualTo(Date.from(Mailed.BEGIN.plus(Duration.ofMinutes(31))));
            assertThat(late.get(0).getMessageID()).startsWith("<summary-2026-11-24.");
            assertThat(late.get(1).getMessageID()).startsWith("<summary-2026-11-25.");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theTriesComeLessOftenTheLongerItTakes(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.scheduled();
            mailed.stopMailServer();
            mailed.tick(Duration.ofMinutes(31));
            for (int minute = 0; minute < 180; minute++) {
                mailed.tick(Duration.ofMinutes(1));
            }
            // after 1, 2, 4, 8, 16, 32, 60, and again 60 minutes
            assertThat(mailed.company.product.rows("select attempts from mail_message"))
                    .containsExactly("8");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aClockThatIsPutForwardOrBackNeitherSkipsNorDoublesADay(TestDatabase database) throws Exception {
        ZoneId vienna = ZoneId.of("Europe/Vienna");
        for (String changing : List.of("2026-03-29", "2026-10-25")) {
            try (Mailed mailed = new Mailed(database, Map.of("report.zone", vienna.getId(), "report.at", "02:30"))) {
                LocalDate day = LocalDate.parse(changing);
                mailed.clock.set(day.minusDays(1).atTime(0, 5).atZone(vienna).toInstant());
                mailed.scheduled();
                Instant end = day.plusDays(2).atStartOfDay(vienna).toInstant();
                while (mailed.clock.instant().isBefore(end)) {
                    mailed.tick(Duration.ofMinutes(15));
                }
                assertThat(mailed.company.product.rows("select mail_key from mail_message where daily"))
                        .containsExactly("summary-" + day.minusDays(1), "summary-" + day, "summary-" + day.plusDays(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void eachGoesOnWhereTheLastOneEnded(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.scheduled();
            mailed.tick(Duration.ofMinutes(31));
            mailed.mails();
            mailed.company.user("late", "late@example.com");
            mailed.clock.forward(Duration.ofSeconds(1));
            mailed.scheduled();
            // nothing ran for three days
            mailed.tick(Duration.ofDays(3));
            assertThat(mailed.mails())
                    .filteredOn(mail -> Mailed.subject(mail).startsWith("Entra ID Summary"))
                    .singleElement()
                    .satisfies(mail -> assertThat(Mailed.raw(mail)).contains("late@example.com", "2026-11-27"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withFrequencyNeverThereIsNoneAndTheLastMailSaysSo(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.tick();
            try (Product restarted = mailed.node(Map.of("when.frequency", "never"))) {
                Mailed.tick(restarted);
                assertThat(mailed.mails()).singleElement().satisfies(mail -> assertThat(Mailed.raw(mail))
                        .contains("This is the last Entra ID Summary", "when.frequency"));
                mailed.clock.forward(Duration.ofDays(2));
                Mailed.tick(restarted);
                assertThat(mailed.mails()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void noHeaderButTheMailsOwnLeaves(TestDatabase database) throws Exception {
        try (Mailed mailed = new Mailed(database)) {
            mailed.scheduled();
            mailed.clock.forward(Duration.ofMinutes(31));
            mailed.company
                    .product
                    .camel()
                    .createFluentProducerTemplate()
                    .to("direct:summary-watch")
                    .withHeader("Authorization", "Bearer very-secret-token")
                    .withHeader("Subject", "another")
                    .withHeader("To", "somebody@else.example")
                    .send();
            String raw = Mailed.raw(mailed.mails().get(0));
            String headers = raw.substring(0, raw.indexOf("\r\n\r\n"));
            assertThat(raw).doesNotContain("very-secret-token", "Authorization", "somebody@else.example");
            assertThat(Stream.of(headers.split("\r\n(?![ \t])")).map(line -> line.replaceFirst(":.*", "")))
                    .allMatch(name -> List.of(
                                    "Return-Path",
                                    "Received",
                                    "Date",
                                    "From",
                                    "To",
                                    "Message-ID",
                                    "Subject",
                                    "MIME-Version",
                                    "Content-Type",
                                    "Auto-Submitted",
                                    "X-Auto-Response-Suppress",
                                    "List-Id")
                            .contains(name.lines().findFirst().orElse("")));
        }
    }
}
