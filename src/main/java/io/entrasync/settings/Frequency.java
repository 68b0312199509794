package io.entrasync.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How often a run is due. */
public enum Frequency {
    H1(1),
    H3(3),
    H6(6),
    H12(12),
    H24(24),
    NEVER(0);

    private final int hours;

    Frequency(int hours) {
        this.hours = hours;
    }

    /** Time between two runs; null for {@link #NEVER}. */
    public @Nullable Duration interval() {
        return this == NEVER ? null : Duration.ofHours(hours);
    }
}
