package io.entrasync.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the directory knows of the tech contact, and since when there is none. */
public final class ContactStore {
    private final Directory directory;
    private final Clock clock;

    public ContactStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What was kept.
     *
     * @param lostSince since when nobody receives the summary; null: somebody does
     * @param scheduled whether scheduled runs were on; null: never looked
     */
    public record State(
            @Nullable Instant lostSince, @Nullable Boolean scheduled) {}

    public State state() {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select contact_lost_since, scheduled from directory_state")
                .map((rs, context) -> new State(
                        RunQueries.nullableInstant(rs, "contact_lost_since"), (Boolean) rs.getObject("scheduled")))
                .one());
    }

    /** Notes that nobody receives the summary from now on; false if that was known. */
    public boolean lost() {
        return directory.jdbi().withHandle(handle -> handle.createUpdate(
                                "update directory_state set contact_lost_since = :now where contact_lost_since is null")
                        .bind("now", clock.instant())
                        .execute())
                > 0;
    }

    /** Notes that there is a tech contact, or nothing to tell one. */
    public void found() {
        directory
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update directory_state set contact_lost_since = null where contact_lost_since is not null"));
    }

    /**
     * Notes whether scheduled runs are on.
     *
     * @return whether they were not so before; true on one node only
     */
    public boolean scheduled(boolean on) {
        return directory.jdbi().withHandle(handle -> handle.createUpdate(Sql.text("alert/scheduled"))
                        .bind("on", on)
                        .execute())
                > 0;
    }

    /**
     * Why mail to an address would not be read: its account or group is disabled, deleted or about to be. An address
     * that was never seen in the directory is somebody outside, of whom nothing is known.
     */
    public Optional<String> trouble(String address) {
        Map<String, ?> values = Map.of("address", address.toLowerCase(Locale.ROOT));
        return directory.jdbi().inTransaction(handle -> {
            handle.createUpdate(Sql.text("alert/contact-seen")).bindMap(values).execute();
            return handle.createQuery(Sql.text("alert/contact-trouble"))
                    .bindMap(values)
                    .mapTo(String.class)
                    .findOne();
        });
    }

    /** The addresses of all active administrators. */
    public List<String> admins() {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("alert/admins"))
                .mapTo(String.class)
                .list());
    }
}
