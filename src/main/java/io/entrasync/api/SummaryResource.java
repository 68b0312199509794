package io.entrasync.api;

import io.entrasync.run.Contact;
import io.entrasync.run.DailySummary;
import io.entrasync.summary.Summary;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code /api/summary}: what the daily mail tells. */
public final class SummaryResource {
    private static final String HTML = "text/html";

    private final DailySummary summaries;
    private final Contact contact;

    public SummaryResource(DailySummary summaries, Contact contact) {
        this.summaries = summaries;
        this.contact = contact;
    }

    /**
     * The summary of a day, as JSON or as the page that is mailed.
     *
     * @param date an ISO date; null for today, in the zone of the report
     * @param accept the accepted content types
     */
    public Reply get(@Nullable String date, @Nullable String accept) {
        Summary summary = summaries.of(date(date));
        if (Accepted.weight(accept, HTML) > Accepted.weight(accept, "application/json")) {
            return Reply.html(new ByteArrayInputStream(summaries.html(summary).getBytes(StandardCharsets.UTF_8)));
        }
        return Reply.ok(summary);
    }

    private LocalDate date(@Nullable String text) {
        LocalDate today = summaries.date();
        if (text == null || text.isBlank()) {
            return today;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (!date.isAfter(today)) {
                return date;
            }
        } catch (DateTimeException e) {
            throw ApiException.invalidRequest(
                    "The parameter date must be a date such as 2026-01-31, not " + text + ".");
        }
        throw ApiException.invalidRequest("The parameter date must not lie in the future; today is " + today + ".");
    }

    /** Mails today's summary as it stands now, besides the daily one. */
    public Reply send() {
        if (contact.recipients().isEmpty()) {
            throw new ApiException(ApiCode.NO_TECH_CONTACT, contact.trouble().orElse("There is nobody to send it to."));
        }
        return Reply.accepted("/api/summary", summaries.send());
    }
}
