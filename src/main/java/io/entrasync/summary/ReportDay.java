package io.entrasync.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The local days of the summary. A time that the clocks skip comes right after; of one that comes twice the first counts. */
public record ReportDay(LocalDate date, LocalTime at, ZoneId zone) {

    /** The day that it is now. */
    public static ReportDay of(Instant now, LocalTime at, ZoneId zone) {
        return new ReportDay(LocalDate.ofInstant(now, zone), at, zone);
    }

    /** When its summary is due. */
    public Instant due() {
        return date.atTime(at).atZone(zone).toInstant();
    }

    /** When the one before was due: what happened since then is told, if none was made. */
    public Instant previousDue() {
        return date.minusDays(1).atTime(at).atZone(zone).toInstant();
    }

    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
