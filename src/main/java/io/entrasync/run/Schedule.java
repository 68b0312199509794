package io.entrasync.run;

import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.settings.Settings;
import io.entrasync.store.RunQueries;
import io.entrasync.store.SpacingStore;
import io.entrasync.summary.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a scheduled run is due. */
public final class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final Supplier<Settings> settings;
    private final RunQueries runs;
    private final SpacingStore spacings;
    private final Clock clock;

    /** @param settings asked each time, so that a changed frequency counts at once */
    public Schedule(Supplier<Settings> settings, RunQueries runs, SpacingStore spacings, Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.spacings = spacings;
        this.clock = clock;
    }

    /**
     * Due are: the first run; every run whose interval has passed since the last scheduled one began, or a longer time
     * after failures; and, after the clock jumped, one whose last run lies in the future.
     */
    public boolean isDue() {
        Settings current = settings.get();
        Duration interval = current.when().frequency().interval();
        if (interval == null) {
            return false;
        }
        if (!current.entra().isConfigured()) {
            LOG.info("No scheduled sync: the connection to Microsoft Entra is not configured");
            return false;
        }
        Instant now = clock.instant();
        Spacing spacing = new Spacing(spacings.failuresInRow());
        Instant next = next(now, spacing.wait(interval));
        note(spacing, next);
        return !now.isBefore(next);
    }

    private Instant next(Instant now, Duration wait) {
        // a last run in the future is none to wait for
        return runs.lastScheduled(now)
                .filter(last -> !last.isAfter(now))
                .map(last -> last.plus(wait))
                .orElse(now);
    }

    /** When the next run is due, or was; empty if none is scheduled. */
    public Optional<Instant> next() {
        Duration interval = settings.get().when().frequency().interval();
        return interval == null || !settings.get().entra().isConfigured()
                ? Optional.empty()
                : Optional.of(next(clock.instant(), new Spacing(spacings.failuresInRow()).wait(interval)));
    }

    private void note(Spacing spacing, Instant next) {
        if (spacing.isSpaced()) {
            String why = "%d scheduled runs failed in a row; the next try is at %s."
                    .formatted(spacing.failures(), UtcTime.of(next));
            if (spacings.begin(why)) {
                LOG.warn("Failed tries are spaced: {}", why);
            }
        } else if (spacings.end("Scheduled runs come at their interval again.")) {
            LOG.info("Scheduled runs come at their interval again; the next one is due at {}", next);
        }
    }

    /** What the schedule asks for; where local accounts or groups exist, the very first run stops at review. */
    public RunRequest request() {
        boolean review = runs.lastScheduled(clock.instant()).isEmpty() && runs.hasLocalEntries();
        return new RunRequest(Run.Trigger.SCHEDULED, review ? Run.Mode.REVIEW : Run.Mode.APPLY, null, settings.get());
    }
}
