package io.entrasync.summary;

import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verdict of a day, and the one sentence that goes with it. */
public record Judgement(Verdict verdict, String headline) {
    /** To be known, but nothing that has to be done today. */
    private static final Set<String> FOR_INFORMATION = Set.of("SECRET_ENDS", "OPTIONAL_PERMISSION");

    /**
     * Judges by what is wrong now, the worst first.
     *
     * @param changes how much was applied
     * @param held how much waits for approval
     * @param unfinished how much the last run could not apply
     */
    public static Judgement of(
            List<Summary.RunLine> runs,
            List<Cause> causes,
            List<Notice> warnings,
            List<UnregisteredDomain> domains,
            int changes,
            int held,
            int unfinished,
            boolean everSucceeded) {
        List<String> failures = failures(runs, causes);
        if (!failures.isEmpty()) {
            return new Judgement(Verdict.FAILED, sentence(failures));
        }
        List<String> open = open(warnings, domains, held, unfinished);
        if (!everSucceeded) {
            open.add(0, "no sync has run yet");
        }
        if (!open.isEmpty()) {
            return new Judgement(Verdict.ATTENTION, sentence(open));
        }
        return changes == 0
                ? new Judgement(Verdict.NO_CHANGE, "All is well, and nothing has changed")
                : new Judgement(Verdict.OK, "All is well, with " + count(changes, "change"));
    }

    private static List<String> failures(List<Summary.RunLine> runs, List<Cause> causes) {
        List<String> failures = new ArrayList<>();
        runs.stream()
                .filter(run -> run.status() != Run.Status.RUNNING && run.status() != Run.Status.CANCELLED)
                .findFirst()
                .filter(run -> run.status() == Run.Status.FAILED)
                .ifPresent(run -> failures.add("the last sync failed: " + withoutStop(run.problem())));
        if (failures.isEmpty()) {
            causes.stream()
                    .filter(cause -> cause.kind().isFailure())
                    .forEach(cause -> failures.add(withoutStop(cause.warning().title())));
        }
        return failures;
    }

    private static List<String> open(
            List<Notice> warnings, List<UnregisteredDomain> domains, int held, int unfinished) {
        List<String> open = new ArrayList<>();
        if (held > 0) {
            open.add(count(held, "change") + (held == 1 ? " waits" : " wait") + " for approval");
        }
        if (unfinished > 0) {
            open.add(count(unfinished, "change") + " could not be applied");
        }
        long used = domains.stream()
                .filter(domain -> domain.users() + domain.groups() > 0)
                .count();
        if (used > 0) {
            open.add(count((int) used, "mail domain") + (used == 1 ? " is" : " are") + " not registered");
        }
        Set<String> said = Set.of(AlertKind.HELD.name(), AlertKind.DOMAIN_MISMATCH.name());
        warnings.stream()
                .filter(warning -> !FOR_INFORMATION.contains(warning.code()) && !said.contains(warning.code()))
                .forEach(warning -> open.add(withoutStop(warning.title())));
        return open;
    }

    private static String sentence(List<String> parts) {
        String first = parts.get(0);
        String more = parts.size() == 1 ? "" : ", and " + (parts.size() - 1) + " more";
        return Character.toUpperCase(first.charAt(0)) + first.substring(1) + more;
    }

    private static String withoutStop(@Nullable String sentence) {
        return sentence == null ? "" : sentence.replaceFirst("\\.$", "");
    }

    /** A number and its noun. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
