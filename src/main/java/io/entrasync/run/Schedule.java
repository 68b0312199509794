package io.entrasync.run;

import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.settings.Settings;
import io.entrasync.store.RunQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a scheduled run is due. */
public final class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final Settings settings;
    private final RunQueries runs;
    private final Clock clock;

    public Schedule(Settings settings, RunQueries runs, Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Due are: the first run; every run whose interval has passed since the last scheduled one began; and, after the
     * clock jumped, one whose last run lies in the future.
     */
    public boolean isDue() {
        Duration interval = settings.when().frequency().interval();
        if (interval == null) {
            return false;
        }
        if (!settings.entra().isConfigured()) {
            LOG.info("No scheduled sync: the connection to Microsoft Entra is not configured");
            return false;
        }
        Instant now = clock.instant();
        return runs.lastScheduled(now)
                .map(last -> last.isAfter(now) || !now.isBefore(last.plus(interval)))
                .orElse(true);
    }

    /** What the schedule asks for; where local accounts or groups exist, the very first run stops at review. */
    public RunRequest request() {
        boolean review = runs.lastScheduled(clock.instant()).isEmpty() && runs.hasLocalEntries();
        return new RunRequest(Run.Trigger.SCHEDULED, review ? Run.Mode.REVIEW : Run.Mode.APPLY, null, settings);
    }
}
