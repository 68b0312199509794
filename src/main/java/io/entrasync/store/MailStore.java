package io.entrasync.store;

import io.entrasync.mail.Draft;
import io.entrasync.mail.OutgoingMail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The mails: each is kept before it leaves, so that neither a restart nor a second node loses or doubles one. */
public final class MailStore {
    /** How long one try may take; after that it counts as dead. */
    private static final Duration TRY_TIME = Duration.ofMinutes(10);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final int LONGEST_ERROR = 2_000;

    private final Directory directory;
    private final Clock clock;

    public MailStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The time whose changes a mail tells, from and until. */
    public record Covered(Instant from, Instant until) {}

    /**
     * Keeps a mail to be sent.
     *
     * @return false if one of this key was kept before
     */
    public boolean add(String key, boolean daily, @Nullable Covered covered, Draft draft) {
        return directory.jdbi().inTransaction(handle -> {
            serialize(handle);
            return add(handle, clock.instant(), key, daily, covered, draft);
        });
    }

    /** Within a transaction: whoever makes mails waits for the others, so that all see what was made. */
    static void serialize(Handle handle) {
        handle.createUpdate("update directory_state set mail_id = coalesce(mail_id, :id)")
                .bind("id", UUID.randomUUID().toString())
                .execute();
    }

    /** The same within a transaction that has serialized. */
    static boolean add(Handle handle, Instant now, String key, boolean daily, @Nullable Covered covered, Draft draft) {
        return handle.createUpdate(Sql.text("alert/mail-add"))
                        .bindMap(Map.of("key", key, "daily", daily, "now", now))
                        .bindMap(Map.of("subject", draft.subject(), "text", draft.text(), "html", draft.html()))
                        .bind("from", covered == null ? null : covered.from())
                        .bind("until", covered == null ? null : covered.until())
                        .execute()
                > 0;
    }

    /** Identifies this directory in the ids of its mails. */
    public String directoryId() {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select mail_id from directory_state")
                .mapTo(String.class)
                .one());
    }

    /** Takes the next mail that is due, for one try; empty if there is none, or another node has just taken it. */
    public Optional<OutgoingMail> claim() {
        Instant now = clock.instant();
        return directory.jdbi().inTransaction(handle -> handle.createQuery(Sql.text("alert/due-mail"))
                .bind("now", now)
                .map((rs, context) -> mail(rs))
                .findOne()
                .filter(mail -> handle.createUpdate(Sql.text("alert/claim-mail"))
                                .bindMap(Map.of("id", mail.id(), "now", now, "until", now.plus(TRY_TIME)))
                                .execute()
                        > 0));
    }

    private static OutgoingMail mail(ResultSet rs) throws SQLException {
        return new OutgoingMail(
                rs.getLong("id"),
                rs.getString("mail_key"),
                RunQueries.nullableInstant(rs, "covers_from"),
                RunQueries.nullableInstant(rs, "covers_until"),
                Objects.requireNonNull(RunQueries.nullableInstant(rs, "created_at")),
                rs.getString("subject"),
                rs.getString("text_part"),
                rs.getString("html_part"),
                rs.getInt("attempts") + 1);
    }

    /** It left; its text is kept no longer. */
    public void sent(long id) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(Sql.text("alert/mail-sent"))
                .bindMap(Map.of("id", id, "now", clock.instant()))
                .execute());
    }

    /** It did not leave; the next try comes later, from a minute on twice as late each time, at most an hour. */
    public Instant failed(OutgoingMail mail, String error) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(mail.attempts() - 1, MOST_DOUBLINGS));
        Instant next = clock.instant().plus(wait.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : wait);
        directory.jdbi().useHandle(handle -> handle.createUpdate(
                        "update mail_message set next_try_at = :next, last_error = :error where id = :id")
                .bindMap(Map.of(
                        "id",
                        mail.id(),
                        "next",
                        next,
                        "error",
                        error.substring(0, Math.min(LONGEST_ERROR, error.length()))))
                .execute());
        return next;
    }

    /** Why the oldest mail that waits did not leave; empty if none failed. */
    public Optional<String> lastError() {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select last_error from mail_message where sent_at is null and last_error is not null order by id limit 1")
                .mapTo(String.class)
                .findOne());
    }

    /** When the last daily summary ended, so that the next one goes on from there; empty before the first. */
    public Optional<Instant> covered(Instant now) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("summary/covered"))
                .bind("now", now)
                .map((rs, context) -> Optional.ofNullable(
                        RunQueries.nullableInstant(rs, rs.getMetaData().getColumnLabel(1))))
                .one());
    }

    /** From when on the summary of this key tells; empty if it was not made. */
    public Optional<Instant> made(String key) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("summary/made"))
                .bind("key", key)
                .map((rs, context) -> Objects.requireNonNull(RunQueries.nullableInstant(rs, "covers_from")))
                .findOne());
    }
}
