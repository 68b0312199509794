package io.entrasync.run;

import io.entrasync.settings.Settings;
import io.entrasync.store.RunQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Notices by the clock that no sync has succeeded for two intervals. */
public final class Staleness {
    private final Supplier<Settings> settings;
    private final RunQueries runs;
    private final Clock clock;

    /** @param settings asked each time, so that a changed frequency counts at once */
    public Staleness(Supplier<Settings> settings, RunQueries runs, Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * The moment from which on the directory counts as stale: two intervals after the last success, or after the first
     * run began, where none ever succeeded. Empty while it is not stale, for frequency {@code never}, and before any run.
     */
    public Optional<Instant> since() {
        Duration interval = settings.get().when().frequency().interval();
        if (interval == null) {
            return Optional.empty();
        }
        return runs.lastSuccess()
                .or(runs::firstStart)
                .map(last -> last.plus(interval.multipliedBy(2)))
                .filter(stale -> !stale.isAfter(clock.instant()));
    }
}
