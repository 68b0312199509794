package io.entrasync.mail;

import io.entrasync.mail.SummaryPage.Box;
import io.entrasync.mail.SummaryPage.Fact;
import io.entrasync.mail.SummaryPage.Figure;
import io.entrasync.mail.SummaryPage.Row;
import io.entrasync.mail.SummaryPage.Section;
import io.entrasync.model.ObjectType;
import io.entrasync.model.PlanItem.Category;
import io.entrasync.settings.Settings;
import io.entrasync.summary.Summary;
import io.entrasync.summary.Summary.Entry;
import io.entrasync.summary.Verdict;
import io.entrasync.summary.Warning;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a summary into what its templates show. */
record SummaryWriting(Summary summary, String tenant, Settings settings) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Map<Category, String> DONE = Map.of(
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
                sections().filter(section -> !section.rows().isEmpty()).toList(),
                console());
    }

    static Box box(Warning warning, String console) {
        String page = warning.run() == null ? console : console + "/#/review/" + warning.run();
        return new Box(warning.code(), warning.title(), warning.detail(), warning.remedy(), page);
    }

    private String console() {
        return settings.console().publicUrl();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Told time", time(summary.from()) + " to " + time(summary.until()) + " " + summary.zone()));
        facts.add(new Fact("Last success", time(summary.lastSuccessAt(), "none yet")));
        facts.add(new Fact("Next run", time(summary.nextRunAt(), "none is scheduled")));
        facts.add(new Fact("Runs", String.valueOf(summary.totals().get("runs"))));
        return facts;
    }

    private String time(@Nullable Instant at, String otherwise) {
        return at == null ? otherwise : time(at);
    }

    private String time(Instant at) {
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

    private Stream<Section> sections() {
        Stream<Section> open = Stream.of(
                entries("Waiting for approval", "Approve, reject or exempt them.", summary.held(), "held"),
                entries(
                        "Not applied",
                        "Something they depend on is missing, or they had changed.",
                        summary.blocked(),
                        "blocked"),
                entries("Failed", "The cause stands beside each.", summary.failed(), "failed"));
        Stream<Section> done = Stream.of(Category.values()).map(this::changes);
        Stream<Section> about = Stream.of(unregistered(), noMail(), admins(), skipped(), runs(), changedSettings());
        return Stream.of(open, done, about).flatMap(Function.identity());
    }

    private Section entries(String title, String note, List<Entry> entries, String total) {
        int all = summary.totals().getOrDefault(total, entries.size());
        String run = entries.isEmpty() ? "" : entries.get(0).run();
        return section(
                title, all, note, entries.stream().map(SummaryWriting::row).toList(), "/#/review/" + run);
    }

    private Section changes(Category category) {
        List<Entry> entries = summary.changes().getOrDefault(category, List.of());
        int all = summary.counts().getOrDefault(category, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<Row> rows = entries.stream().map(SummaryWriting::row).toList();
        return section(Objects.requireNonNull(DONE.get(category)), all, null, rows, "/#/history");
    }

    private Section section(String title, int all, @Nullable String note, List<Row> rows, String path) {
        String more = all > rows.size() ? "and " + (all - rows.size()) + " more" : null;
        return new Section(title + " (" + all + ")", note, rows, more, console() + path);
    }

    private static Row row(Entry entry) {
        String kind = entry.objectType() == ObjectType.GROUP ? "group" : "";
        String reason = Objects.toString(entry.reason(), "");
        return row(
                entry.displayName(),
                entry.address(),
                kind.isEmpty() || reason.isEmpty() ? kind + reason : kind + ", " + reason);
    }

    private static Row row(@Nullable String name, @Nullable String address, String detail) {
        return new Row(Objects.toString(name, ""), Objects.toString(address, ""), detail);
    }

    private Section unregistered() {
        List<Row> rows = summary.unregisteredDomains().stream()
                .map(domain -> row(
                        domain.name(),
                        null,
                        domain.users() + domain.groups() == 0
                                ? "aliases only: %d".formatted(domain.aliases())
                                : "users %d, groups %d, aliases %d"
                                        .formatted(domain.users(), domain.groups(), domain.aliases())))
                .toList();
        return section("Domains that are not registered", rows.size(), null, rows, "/#/domains");
    }

    private Section noMail() {
        List<Row> rows = summary.noMail().stream()
                .map(none -> row(
                        none.displayName(),
                        none.address(),
                        none.reason() + (none.maybeSharedMailbox() ? ", may be a shared mailbox" : "")))
                .toList();
        return section(
                "Addresses that get no mail",
                summary.totals().getOrDefault("noMail", rows.size()),
                "Mail to them is refused. A shared mailbox is converted to a functional account, so that its mail flows.",
                rows,
                "/#/explain");
    }

    private Section admins() {
        List<Row> rows = summary.adminsWithoutMobile().stream()
                .map(person -> row(person.displayName(), person.address(), ""))
                .toList();
        return section(
                "Administrators without a mobile number",
                summary.totals().getOrDefault("adminsWithoutMobile", rows.size()),
                "Two-factor login needs it and would lock them out: enter it in Microsoft Entra.",
                rows,
                "/#/accounts");
    }

    private Section skipped() {
        List<Row> rows = summary.skipped().entrySet().stream()
                .map(entry -> row(entry.getKey(), null, String.valueOf(entry.getValue())))
                .toList();
        int all =
                summary.skipped().values().stream().mapToInt(Integer::intValue).sum();
        Section section = section("Not brought over, by reason", all, null, rows, "/#/history");
        return new Section(section.title(), null, rows, null, section.link());
    }

    private Section runs() {
        List<Row> rows = summary.runs().stream()
                .map(run -> row(
                        "Run " + run.id() + ", " + time(run.startedAt()),
                        null,
                        run.status().name().replace('_', ' ')
                                + (run.problem() == null
                                        ? ", %d applied".formatted(run.applied())
                                        : ": " + run.problem())))
                .toList();
        return section("Runs", summary.totals().getOrDefault("runs", rows.size()), null, rows, "/#/history");
    }

    private Section changedSettings() {
        List<Row> rows = summary.settingsChanged().stream()
                .map(change -> row(
                        change.key(), null, "%s, by %s, %s".formatted(change.change(), change.by(), time(change.at()))))
                .toList();
        return section("Settings changed", rows.size(), null, rows, "/#/audit");
    }
}
