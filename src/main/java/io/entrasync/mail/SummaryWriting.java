package io.entrasync.mail;

import io.entrasync.mail.SummaryPage.Box;
import io.entrasync.mail.SummaryPage.Fact;
import io.entrasync.mail.SummaryPage.Figure;
import io.entrasync.model.PlanItem.Category;
import io.entrasync.settings.Settings;
import io.entrasync.summary.Notice;
import io.entrasync.summary.Summary;
import io.entrasync.summary.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a summary into what its templates show. */
record SummaryWriting(Summary summary, String tenant, Settings settings) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    static final Map<Category, String> DONE = Map.of(
            Category.ADD,
            "Added",
            Category.UPDATE,
            "Updated",
            Category.DISABLE,
            "Disabled",
            Category.DELETE,
            "Deleted");

    SummaryPage page() {
        Verdict verdict = summary.verdict();
        return new SummaryPage(
                tenant,
                summary.date().toString(),
                verdict.name().replace('_', ' '),
                verdict.symbol(),
                verdict == Verdict.FAILED ? "failed" : verdict == Verdict.ATTENTION ? "attention" : "ok",
                summary.headline(),
                facts(),
                summary.warnings().stream()
                        .map(warning -> box(warning, console()))
                        .toList(),
                numbers(),
                new SummarySections(summary, console()).all(),
                console());
    }

    static Box box(Notice warning, String console) {
        String page = warning.run() == null ? console : console + "/#/review/" + warning.run();
        return new Box(warning.code(), warning.title(), warning.detail(), warning.remedy(), page);
    }

    private String console() {
        return settings.console().publicUrl();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Period", time(summary.from()) + " to " + time(summary.until()) + " " + summary.zone()));
        facts.add(new Fact("Last success", time(summary.lastSuccessAt(), "none yet")));
        facts.add(new Fact("Next run", time(summary.nextRunAt(), "none is scheduled")));
        return facts;
    }

    private String time(@Nullable Instant at, String otherwise) {
        return at == null ? otherwise : time(at);
    }

    private String time(Instant at) {
        return time(at, summary);
    }

    /** Minutes are enough, in the zone of the report. */
    static String time(Instant at, Summary summary) {
        return TIME.format(at.atZone(ZoneId.of(summary.zone())));
    }

    private List<Figure> numbers() {
        return Stream.of(Category.values())
                .map(category -> {
                    Map<String, Integer> counts = summary.counts().getOrDefault(category, Map.of());
                    return new Figure(
                            Objects.requireNonNull(DONE.get(category)),
                            counts.getOrDefault("users", 0),
                            counts.getOrDefault("groups", 0));
                })
                .toList();
    }
}
