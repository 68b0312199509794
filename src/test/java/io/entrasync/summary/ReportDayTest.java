package io.entrasync.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Local days, where clocks are put forward and back. */
class ReportDayTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @Test
    void aTimeThatTheClocksSkipComesRightAfter() {
        ReportDay day = new ReportDay(LocalDate.parse("2026-03-29"), LocalTime.of(2, 30), VIENNA);
        assertThat(day.due()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void ofATimeThatComesTwiceTheFirstCounts() {
        ReportDay day = new ReportDay(LocalDate.parse("2026-10-25"), LocalTime.of(2, 30), VIENNA);
        assertThat(day.due()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Property
    void aDayIsDueWithinItselfAndDaysFollowEachOther(
            @ForAll @IntRange(min = 0, max = 3_650) int days, @ForAll @IntRange(min = 0, max = 1_439) int minute) {
        for (String zone : new String[] {"Europe/Vienna", "America/St_Johns", "Pacific/Apia", "UTC"}) {
            LocalDate date = LocalDate.parse("2020-01-01").plusDays(days);
            ReportDay day = new ReportDay(date, LocalTime.MIN.plusMinutes(minute), ZoneId.of(zone));
            assertThat(LocalDate.ofInstant(day.due(), ZoneId.of(zone))).isEqualTo(date);
            assertThat(day.due()).isBefore(day.end()).isAfter(day.previousDue());
            assertThat(Duration.between(day.previousDue(), day.due())).isLessThanOrEqualTo(Duration.ofHours(26));
        }
    }
}
