package io.entrasync.mail;

import io.entrasync.settings.SettingOverride;
import io.entrasync.settings.Settings;
import io.entrasync.summary.AlertKind;
import io.entrasync.summary.Notice;
import io.entrasync.summary.Summary;
import io.entrasync.summary.UtcTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the mails: the model into the templates, and a subject that says it all. */
public final class Letters {
    private static final String ALERT_WHY =
            "You get this because you are the tech contact of this directory, or, while there is none, one of its"
                    + " administrators. The same is told at most once a day.";

    private final Supplier<Settings> settings;
    private final Templates templates;

    /**
     * Reads the templates.
     *
     * @param settings asked each time, but for where the templates are
     * @throws IllegalStateException if a template is not well formed
     */
    public Letters(Supplier<Settings> settings) {
        this.settings = settings;
        this.templates = Templates.read(settings.get().mail().templates());
    }

    /** The daily summary. */
    public Draft summary(Summary summary) {
        Settings now = settings.get();
        SummaryPage page = new SummaryWriting(summary, tenant(), now).page();
        String subject = "Entra ID Summary%s, %s: %s (%s)"
                .formatted(of(tenant()), summary.date(), page.verdict(), summary.headline());
        return new Draft(subject, templates.render("summary.txt", page), templates.render("summary.html", page));
    }

    /** Causes of one kind. */
    public Draft alert(List<Notice> warnings) {
        Notice first = warnings.get(0);
        String more = warnings.size() == 1 ? "" : " (" + warnings.size() + ")";
        return write("▲", "attention", first.title() + more, boxes(warnings));
    }

    /** What was told is over. */
    public Draft recovery(List<AlertKind> kinds) {
        List<SummaryPage.Box> boxes = kinds.stream()
                .map(kind -> new SummaryPage.Box(
                        kind.name(), "Over: " + kind.title(), "It is no longer so.", "Nothing needs to be done.", null))
                .toList();
        return write("●", "ok", "Recovered: " + kinds.get(0).title(), boxes);
    }

    /**
     * Scheduled runs are off, and with them the summary.
     *
     * @param override who switched them off while the product ran; null: the configuration did
     */
    public Draft last(@Nullable SettingOverride override) {
        String by = override == null
                ? "The configuration says so."
                : "Set by %s at %s. %s"
                        .formatted(
                                override.changedBy(),
                                UtcTime.of(override.changedAt()),
                                Objects.toString(override.reason(), ""));
        String remedy = override == null || override.former() == null
                ? "Set when.frequency to another value to go on."
                : "Set when.frequency to another value, such as %s as before, to go on.".formatted(override.former());
        SummaryPage.Box box = new SummaryPage.Box(
                "FREQUENCY_NEVER", "The sync frequency is never: nothing is synced by itself.", by, remedy, console());
        return write("▲", "attention", "This is the last Entra ID Summary: scheduled syncs are off", List.of(box));
    }

    private Draft write(String symbol, String tone, String headline, List<SummaryPage.Box> boxes) {
        AlertPage page = new AlertPage(tenant(), symbol, tone, headline, boxes, ALERT_WHY, console());
        String subject = "Entra ID Sync%s: %s".formatted(of(tenant()), headline);
        return new Draft(subject, templates.render("alert.txt", page), templates.render("alert.html", page));
    }

    private List<SummaryPage.Box> boxes(List<Notice> warnings) {
        return warnings.stream()
                .limit(Summary.SHOWN)
                .map(warning -> SummaryWriting.box(warning, console()))
                .toList();
    }

    private String console() {
        return settings.get().console().publicUrl();
    }

    private String tenant() {
        return Objects.requireNonNullElse(settings.get().entra().primaryDomain(), "");
    }

    private static String of(String tenant) {
        return tenant.isEmpty() ? "" : " of " + tenant;
    }
}
