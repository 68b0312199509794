package io.entrasync.store;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exemptions: what syncs leave alone. */
public final class ExemptionStore {
    private final Directory directory;
    private final Clock clock;

    public ExemptionStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** All exempt addresses and ids, in lower case, with the ids that exempt addresses remember. */
    public Set<String> subjects() {
        return directory
                .jdbi()
                .withHandle(handle -> new HashSet<>(handle.createQuery("select subject from exemption union"
                                + " select lower(entra_id) from exemption where entra_id is not null")
                        .mapTo(String.class)
                        .list()));
    }

    /** Exempts a subject, remembering the object that has the address; an existing exemption stays. */
    public void add(String subject, @Nullable String reason, String createdBy) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(Sql.text("directory/exemption-add"))
                .bind("subject", subject)
                .bind("reason", reason)
                .bind("createdBy", createdBy)
                .bind("now", clock.instant())
                .execute());
    }

    /** Lifts an exemption; false if there is none with this id. */
    public boolean remove(long id) {
        return directory.jdbi().withHandle(handle -> handle.execute("delete from exemption where id = ?", id)) > 0;
    }
}
