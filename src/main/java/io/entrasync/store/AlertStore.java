package io.entrasync.store;

import io.entrasync.mail.Draft;
import io.entrasync.summary.AlertKind;
import io.entrasync.summary.AlertRound;
import io.entrasync.summary.Cause;
import io.entrasync.summary.KnownCause;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is wrong, as it was told: kept together with the mails that tell it, so that each is told once. */
public final class AlertStore {
    private final Directory directory;
    private final Clock clock;

    public AlertStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** A mail and what it is of. */
    public record Alert(String key, Draft draft) {}

    /** Writes the mails of a round. */
    public interface Writer {
        List<Alert> write(AlertRound round);
    }

    /** Compares what is wrong now with what is known, without keeping anything. */
    public AlertRound look(List<Cause> causes, ZoneId zone) {
        return directory.jdbi().withHandle(handle -> AlertRound.of(causes, known(handle), clock.instant(), zone));
    }

    /**
     * Keeps what is wrong now, and the mails about what is new.
     *
     * @param tells whether there is anybody to tell; if not, it stays to be told
     */
    public AlertRound keep(List<Cause> causes, ZoneId zone, boolean tells, Writer writer) {
        Instant now = clock.instant();
        return directory.jdbi().inTransaction(handle -> {
            MailStore.serialize(handle);
            AlertRound round = AlertRound.of(causes, known(handle), now, zone);
            round.opened().forEach(cause -> change(handle, "alert/open", cause.kind(), cause.subject(), now));
            round.closed().forEach(known -> change(handle, "alert/close", known.kind(), known.subject(), now));
            if (tells) {
                round.told().forEach(cause -> change(handle, "alert/told", cause.kind(), cause.subject(), now));
                writer.write(round)
                        .forEach(alert -> MailStore.add(handle, now, alert.key(), false, null, alert.draft()));
            }
            return round;
        });
    }

    private static List<KnownCause> known(Handle handle) {
        return handle.createQuery(Sql.text("alert/known"))
                .map((rs, context) -> new KnownCause(
                        AlertKind.valueOf(rs.getString("kind")),
                        rs.getString("subject"),
                        RunQueries.instant(rs, "opened_at", Instant.EPOCH),
                        RunQueries.nullableInstant(rs, "told_at"),
                        RunQueries.nullableInstant(rs, "closed_at")))
                .list();
    }

    private static void change(Handle handle, String sql, AlertKind kind, String subject, Instant now) {
        handle.createUpdate(Sql.text(sql))
                .bindMap(Map.of("kind", kind.name(), "subject", subject, "now", now))
                .execute();
    }
}
