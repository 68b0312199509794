package io.entrasync.mail;

import io.entrasync.mail.SummaryPage.Row;
import io.entrasync.mail.SummaryPage.Section;
import io.entrasync.model.ObjectType;
import io.entrasync.model.PlanItem.Category;
import io.entrasync.summary.Summary;
import io.entrasync.summary.Summary.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists of a summary as its templates show them, each with a link to all of it. */
record SummarySections(Summary summary, String console) {
    /** Those that have entries: what waits first, then what was done, then what there is to know. */
    List<Section> all() {
        return sections().filter(section -> !section.rows().isEmpty()).toList();
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
                title, all, note, entries.stream().map(SummarySections::row).toList(), "/#/review/" + run);
    }

    private Section changes(Category category) {
        List<Entry> entries = summary.changes().getOrDefault(category, List.of());
        int all = summary.counts().getOrDefault(category, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<Row> rows = entries.stream().map(SummarySections::row).toList();
        return section(Objects.requireNonNull(SummaryWriting.DONE.get(category)), all, null, rows, "/#/history");
    }

    private Section section(String title, int all, @Nullable String note, List<Row> rows, String path) {
        String more = all > rows.size() ? "and " + (all - rows.size()) + " more" : null;
        boolean asks = note != null || more != null;
        return new Section(title + " (" + all + ")", note, rows, more, asks ? console + path : null);
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
        return section(
                "Domains that are not registered",
                rows.size(),
                "Register those whose people are to be brought over.",
                rows,
                "/#/domains");
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
                        "Run " + run.id() + ", " + SummaryWriting.time(run.startedAt(), summary),
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
                        change.key(),
                        null,
                        "%s, by %s, %s"
                                .formatted(change.change(), change.by(), SummaryWriting.time(change.at(), summary))))
                .toList();
        return section("Settings changed", rows.size(), null, rows, "/#/audit");
    }
}
