package io.entrasync.run;

import io.entrasync.mail.Letters;
import io.entrasync.model.Run;
import io.entrasync.settings.Frequency;
import io.entrasync.settings.Settings;
import io.entrasync.store.MailStore;
import io.entrasync.store.MailStore.Covered;
import io.entrasync.store.RunQueries;
import io.entrasync.summary.ReportDay;
import io.entrasync.summary.Summary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daily summary: when it is due, and making it exactly once. */
public final class DailySummary {
    private static final Logger LOG = LoggerFactory.getLogger(DailySummary.class);

    /** So long a summary waits for a run that is at work, or for the very first. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Supplier<Settings> settings;
    private final SummaryMaking making;
    private final MailStore mails;
    private final RunQueries runs;
    private final Contact contact;
    private final Letters letters;
    private final Clock clock;
    private final Instant startedAt;

    public DailySummary(
            Supplier<Settings> settings,
            SummaryMaking making,
            MailStore mails,
            RunQueries runs,
            Contact contact,
            Letters letters,
            Clock clock) {
        this.settings = settings;
        this.making = making;
        this.mails = mails;
        this.runs = runs;
        this.contact = contact;
        this.letters = letters;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Makes today's summary if it is due and was not made yet. */
    public void makeIfDue() {
        Instant now = clock.instant();
        ReportDay day = today();
        if (settings.get().when().frequency() == Frequency.NEVER
                || now.isBefore(day.due())
                || mails.made(key(day.date())).isPresent()
                || contact.recipients().isEmpty()
                || waits(now)) {
            return;
        }
        Covered covered = new Covered(from(day, now), now);
        Summary summary = making.make(day, covered.from(), covered.until());
        if (mails.add(key(day.date()), true, covered, letters.summary(summary))) {
            LOG.info("The daily summary of {} is made: {}", day.date(), summary.verdict());
        }
    }

    private boolean waits(Instant now) {
        if (runs.count() == 0) {
            return settings.get().entra().isConfigured() && now.isBefore(startedAt.plus(PATIENCE));
        }
        Run last = runs.list(0, 1).get(0);
        return last.status() == Run.Status.RUNNING
                && now.isBefore(last.startedAt().plus(PATIENCE));
    }

    /** Each summary goes on where the last one ended. */
    private Instant from(ReportDay day, Instant now) {
        return mails.covered(now).orElse(day.previousDue());
    }

    private static String key(LocalDate day) {
        return "summary-" + day;
    }

    private ReportDay today() {
        Settings.Summary report = settings.get().summary();
        return ReportDay.of(clock.instant(), report.at(), report.zone());
    }

    /** The date that it is where the summary is read. */
    public LocalDate date() {
        return today().date();
    }

    /**
     * The summary of a day as it stands now: what its mail told or will tell, and what happened until the day's end.
     */
    public Summary of(LocalDate date) {
        Settings.Summary report = settings.get().summary();
        ReportDay day = new ReportDay(date, report.at(), report.zone());
        Instant now = clock.instant();
        boolean isToday = date.equals(date());
        Instant from = mails.made(key(date)).orElseGet(() -> isToday ? from(day, now) : day.previousDue());
        Instant until = isToday ? now.plusMillis(1) : day.end();
        return making.make(day, from, until);
    }

    /** The HTML of a summary. */
    public String html(Summary summary) {
        return letters.summary(summary).html();
    }

    /** The summary as plain text. */
    public String text(Summary summary) {
        return letters.summary(summary).text();
    }

    /**
     * Mails today's summary as it stands now, besides the daily one.
     *
     * @return the summary
     */
    public Summary send() {
        Summary summary = of(date());
        String key = "%s-asked-%d".formatted(key(date()), clock.millis());
        mails.add(key, false, new Covered(summary.from(), summary.until()), letters.summary(summary));
        return summary;
    }
}
