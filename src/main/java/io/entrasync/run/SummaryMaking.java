package io.entrasync.run;

import io.entrasync.model.PlanItem.Category;
import io.entrasync.model.PlanItem.Outcome;
import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.store.RunQueries;
import io.entrasync.store.SummaryQueries;
import io.entrasync.store.SummaryQueries.Shown;
import io.entrasync.summary.Cause;
import io.entrasync.summary.Judgement;
import io.entrasync.summary.Notice;
import io.entrasync.summary.ReportDay;
import io.entrasync.summary.Summary;
import io.entrasync.summary.Summary.Entry;
import io.entrasync.summary.Summary.RunLine;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what the summary of a day tells. */
public final class SummaryMaking {
    private final SummaryQueries queries;
    private final RunQueries runs;
    private final Causes causes;
    private final DomainCheck domains;
    private final Notices warnings;
    private final Schedule schedule;

    public SummaryMaking(
            SummaryQueries queries,
            RunQueries runs,
            Causes causes,
            DomainCheck domains,
            Notices warnings,
            Schedule schedule) {
        this.queries = queries;
        this.runs = runs;
        this.causes = causes;
        this.domains = domains;
        this.warnings = warnings;
        this.schedule = schedule;
    }

    /** What an unfinished run left. */
    private record Unfinished(Shown<Entry> blocked, Shown<Entry> failed, Map<String, Integer> skipped) {
        static final Unfinished NOTHING =
                new Unfinished(new Shown<>(List.of(), 0), new Shown<>(List.of(), 0), Map.of());

        int total() {
            return blocked.total() + failed.total();
        }
    }

    /** What was found, before it is judged. */
    private record Found(
            Shown<RunLine> runs,
            Map<Category, Map<String, Integer>> counts,
            Shown<Entry> held,
            Unfinished unfinished,
            List<UnregisteredDomain> domains,
            List<Cause> causes,
            List<Notice> warnings,
            Shown<Summary.NoMail> noMail,
            Shown<Summary.Person> admins,
            @Nullable Instant lastSuccess) {

        Judgement judged() {
            int changes = counts.values().stream()
                    .flatMap(some -> some.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
            return Judgement.of(
                    runs.first(),
                    causes,
                    warnings,
                    domains,
                    changes,
                    held.total(),
                    unfinished.total(),
                    lastSuccess != null);
        }

        Map<String, Integer> totals() {
            return new TreeMap<>(Map.of(
                    "runs", runs.total(),
                    "held", held.total(),
                    "blocked", unfinished.blocked().total(),
                    "failed", unfinished.failed().total(),
                    "noMail", noMail.total(),
                    "adminsWithoutMobile", admins.total()));
        }
    }

    private Found find(Instant from, Instant until) {
        List<Cause> wrong = causes.now();
        return new Found(
                queries.runs(from, until),
                queries.counts(from, until),
                queries.held(),
                queries.lastRun(until).map(this::unfinished).orElse(Unfinished.NOTHING),
                domains.all(),
                wrong,
                warnings.of(wrong),
                queries.noMail(),
                queries.adminsWithoutMobile(),
                runs.lastSuccess().orElse(null));
    }

    /** The summary of a day, as things stand now, with what happened between two moments. */
    Summary make(ReportDay day, Instant from, Instant until) {
        return make(day, from, until, find(from, until));
    }

    private Summary make(ReportDay day, Instant from, Instant until, Found found) {
        Judgement judgement = found.judged();
        return new Summary(
                day.date(),
                from,
                until,
                day.zone().getId(),
                judgement.verdict(),
                judgement.headline(),
                found.lastSuccess(),
                found.runs().first(),
                changes(from, until),
                found.counts(),
                found.held().first(),
                found.unfinished().blocked().first(),
                found.unfinished().failed().first(),
                found.unfinished().skipped(),
                found.domains(),
                found.noMail().first(),
                found.warnings(),
                found.admins().first(),
                queries.settingsChanged(from, until),
                found.totals(),
                schedule.next().orElse(null));
    }

    private Unfinished unfinished(long run) {
        return new Unfinished(
                queries.unfinished(run, List.of(Outcome.BLOCKED, Outcome.STALE)),
                queries.unfinished(run, List.of(Outcome.FAILED)),
                queries.skipped(run));
    }

    private Map<Category, List<Entry>> changes(Instant from, Instant until) {
        Map<Category, List<Entry>> changes = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            changes.put(category, queries.changes(category, from, until));
        }
        return changes;
    }
}
