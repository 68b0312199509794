package io.entrasync.run;

import io.entrasync.connection.Permission;
import io.entrasync.connection.Permissions;
import io.entrasync.model.PlanItem.Category;
import io.entrasync.model.PlanItem.Outcome;
import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.store.MailStore;
import io.entrasync.store.RunQueries;
import io.entrasync.store.SummaryQueries;
import io.entrasync.store.SummaryQueries.Shown;
import io.entrasync.summary.Cause;
import io.entrasync.summary.Judgement;
import io.entrasync.summary.ReportDay;
import io.entrasync.summary.Summary;
import io.entrasync.summary.Summary.Entry;
import io.entrasync.summary.Summary.RunLine;
import io.entrasync.summary.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together what the summary of a day tells. */
public final class SummaryMaking {
    private static final long FIRST_WARNING = 60;

    private final SummaryQueries queries;
    private final RunQueries runs;
    private final Causes causes;
    private final DomainCheck domains;
    private final SecretExpiry secret;
    private final ConnectionCheck check;
    private final Schedule schedule;
    private final MailStore mails;

    public SummaryMaking(
            SummaryQueries queries,
            RunQueries runs,
            Causes causes,
            DomainCheck domains,
            SecretExpiry secret,
            ConnectionCheck check,
            Schedule schedule,
            MailStore mails) {
        this.queries = queries;
        this.runs = runs;
        this.causes = causes;
        this.domains = domains;
        this.secret = secret;
        this.check = check;
        this.schedule = schedule;
        this.mails = mails;
    }

    /** What an unfinished run left. */
    private record Unfinished(Shown<Entry> blocked, Shown<Entry> failed, Map<String, Integer> skipped) {
        static final Unfinished NOTHING =
                new Unfinished(new Shown<>(List.of(), 0), new Shown<>(List.of(), 0), Map.of());

        int total() {
            return blocked.total() + failed.total();
        }
    }

    Summary make(ReportDay day, Instant from, Instant until) {
        Shown<RunLine> worked = queries.runs(from, until);
        Map<Category, Map<String, Integer>> counts = queries.counts(from, until);
        Shown<Entry> held = queries.held();
        Unfinished unfinished = queries.lastRun(until).map(this::unfinished).orElse(Unfinished.NOTHING);
        List<UnregisteredDomain> unregistered = domains.all();
        List<Cause> wrong = causes.now();
        List<Warning> warnings = warnings(wrong);
        Shown<Summary.NoMail> noMail = queries.noMail();
        Shown<Summary.Person> admins = queries.adminsWithoutMobile();
        int changes = counts.values().stream()
                .flatMap(some -> some.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        Instant success = runs.lastSuccess().orElse(null);
        Judgement judgement = Judgement.of(
                worked.first(),
                wrong,
                warnings,
                unregistered,
                changes,
                held.total(),
                unfinished.total(),
                success != null);
        Map<String, Integer> totals = new TreeMap<>(Map.of(
                "runs", worked.total(),
                "held", held.total(),
                "blocked", unfinished.blocked().total(),
                "failed", unfinished.failed().total(),
                "noMail", noMail.total(),
                "adminsWithoutMobile", admins.total()));
        return new Summary(
                day.date(),
                from,
                until,
                day.zone().getId(),
                judgement.verdict(),
                judgement.headline(),
                success,
                worked.first(),
                changes(from, until),
                counts,
                held.first(),
                unfinished.blocked().first(),
                unfinished.failed().first(),
                unfinished.skipped(),
                unregistered,
                noMail.first(),
                warnings,
                admins.first(),
                queries.settingsChanged(from, until),
                totals,
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

    private List<Warning> warnings(List<Cause> wrong) {
        List<Warning> warnings = new ArrayList<>();
        wrong.forEach(cause -> warnings.add(cause.warning()));
        mails.lastError()
                .ifPresent(error -> warnings.add(new Warning(
                        "MAIL_FAILED",
                        "Mails cannot be sent.",
                        error,
                        "Mend what the detail names; each try is repeated.",
                        null)));
        Long left = secret.daysLeft();
        if (left != null && left <= FIRST_WARNING && left > Causes.FIRST_ALERT) {
            warnings.add(new Warning(
                    "SECRET_ENDS",
                    "The client secret or certificate ends in %d days.".formatted(left),
                    "It ends on %s.".formatted(secret.date()),
                    "Create a new one in time, and configure it under entra.*.",
                    null));
        }
        String missing = Permissions.evaluate(check.lastClaims()).stream()
                .filter(permission -> !permission.granted() && !permission.required())
                .map(SummaryMaking::text)
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) {
            warnings.add(new Warning(
                    "OPTIONAL_PERMISSION",
                    "Some features are off, because their permission is not granted.",
                    missing + ".",
                    "Grant what you need, with admin consent, under API permissions.",
                    null));
        }
        return warnings;
    }

    private static String text(Permission permission) {
        return permission.name() + " (" + permission.neededFor() + ")";
    }
}
