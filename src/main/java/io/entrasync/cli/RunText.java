package io.entrasync.cli;

import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.PlanItem;
import io.entrasync.model.Run;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run for people to read. */
final class RunText {
    private static final int SHOWN = 50;

    private final Terminal terminal;
    private final PrintWriter out;
    private final Engine engine;

    RunText(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.out = terminal.out();
        this.engine = engine;
    }

    /** What a run would do. */
    void planned(Run run) {
        read(run);
        counts(run, "planned", "withheld", "held", "blocked");
        items(run, null);
        end(run);
    }

    /** What a run did. */
    void done(Run run) {
        read(run);
        counts(run, "applied", "withheld", "held", "blocked", "stale", "failed");
        for (PlanItem.Outcome outcome : new PlanItem.Outcome[] {
            PlanItem.Outcome.HELD, PlanItem.Outcome.BLOCKED, PlanItem.Outcome.STALE, PlanItem.Outcome.FAILED
        }) {
            items(run, outcome);
        }
        end(run);
    }

    private void read(Run run) {
        out.println("read: " + text(run.counts().get("read")));
        out.println("skipped: " + text(run.counts().get("skipped")) + "; aliases left out: "
                + run.counts().get("aliasesLeftOut"));
    }

    private static String text(@Nullable Object numbers) {
        Map<?, ?> byName = numbers instanceof Map<?, ?> map ? map : Map.of();
        String text = byName.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }

    /** One line a measure; those that count nothing are left out, but for the first. */
    private void counts(Run run, String first, String... others) {
        out.println(first + ": " + byCategory(run, first));
        for (String measure : others) {
            String text = byCategory(run, measure);
            if (!text.equals("nothing")) {
                out.println(measure + ": " + text);
            }
        }
    }

    private static String byCategory(Run run, String measure) {
        Map<?, ?> categories = run.counts().get(measure) instanceof Map<?, ?> map ? map : Map.of();
        String text = categories.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Map<?, ?> types
                        && types.values().stream()
                                .anyMatch(number -> !Integer.valueOf(0).equals(number)))
                .map(entry -> entry.getKey().toString().toLowerCase(Locale.ROOT) + " " + text(entry.getValue()))
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "nothing" : text;
    }

    private void items(Run run, PlanItem.@Nullable Outcome outcome) {
        Page<PlanItem> page = engine.items(run, outcome, new PageRequest(0, SHOWN, ""));
        page.items().forEach(item -> out.println("  " + ItemText.of(item)));
        if (page.total() > page.items().size()) {
            out.println("  … and " + (page.total() - page.items().size()) + " more");
        }
    }

    private void end(Run run) {
        out.println("run " + run.id() + ": " + run.status() + "; all items: /api/runs/" + run.id()
                + "/items of the running service");
        if (run.problem() != null) {
            out.flush();
            ProblemText.print(terminal.err(), run.problem());
        }
    }
}
