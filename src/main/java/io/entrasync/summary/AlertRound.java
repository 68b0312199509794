package io.entrasync.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What has changed since the last look: which causes are new, which are to be told, which are over.
 *
 * @param opened causes that were not there before
 * @param told causes to tell now, those of {@code opened} among them
 * @param closed causes that are over
 * @param recovered of those, the kinds of which nothing is left and whose end is worth telling
 */
public record AlertRound(List<Cause> opened, List<Cause> told, List<KnownCause> closed, List<AlertKind> recovered) {

    /**
     * Compares what is wrong now with what is known. A cause is told when it appears, but not twice in a local day; one
     * that happens anew day by day is told each day.
     */
    public static AlertRound of(List<Cause> causes, List<KnownCause> known, Instant now, ZoneId zone) {
        List<Cause> opened = new ArrayList<>();
        List<Cause> told = new ArrayList<>();
        for (Cause cause : causes) {
            Optional<KnownCause> before = known.stream().filter(cause::is).findFirst();
            boolean isNew = before.filter(KnownCause::isOpen).isEmpty();
            if (isNew) {
                opened.add(cause);
            }
            if (isTold(cause, before, isNew, now, zone)) {
                told.add(cause);
            }
        }
        List<KnownCause> closed = known.stream()
                .filter(KnownCause::isOpen)
                .filter(open -> causes.stream().noneMatch(cause -> cause.is(open)))
                .toList();
        List<AlertKind> recovered = closed.stream()
                .filter(over -> over.kind().recovers() && over.toldAt() != null)
                .map(KnownCause::kind)
                .distinct()
                .filter(kind -> causes.stream().noneMatch(cause -> cause.kind() == kind))
                .toList();
        return new AlertRound(opened, told, closed, recovered);
    }

    private static boolean isTold(Cause cause, Optional<KnownCause> before, boolean isNew, Instant now, ZoneId zone) {
        Instant toldAt = before.map(KnownCause::toldAt).orElse(null);
        if (toldAt == null) {
            return true;
        }
        LocalDate day = LocalDate.ofInstant(toldAt, zone);
        if (!LocalDate.ofInstant(now, zone).isAfter(day)) {
            return false;
        }
        boolean reopened = isNew || before.orElseThrow().openedAt().isAfter(Objects.requireNonNull(toldAt));
        return reopened
                || (cause.kind().isDaily()
                        && LocalDate.ofInstant(cause.at(), zone).isAfter(day));
    }

    public boolean isQuiet() {
        return opened.isEmpty() && told.isEmpty() && closed.isEmpty();
    }
}
