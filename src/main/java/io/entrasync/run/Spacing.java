package io.entrasync.run;

import java.time.Duration;
import java.util.List;

/**
 * How patient the schedule is after failures: what fails again and again is tried less often, so that an outage or an
 * expired secret is not hammered at.
 *
 * @param failures scheduled runs that failed in a row
 */
record Spacing(int failures) {
    private static final int FIRST = 3;
    private static final List<Duration> WAITS =
            List.of(Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24));

    boolean isSpaced() {
        return failures >= FIRST;
    }

    /** The time between the last try and the next one; never less than the interval. */
    Duration wait(Duration interval) {
        if (!isSpaced()) {
            return interval;
        }
        Duration spaced = WAITS.get(Math.min(failures - FIRST, WAITS.size() - 1));
        return spaced.compareTo(interval) > 0 ? spaced : interval;
    }
}
