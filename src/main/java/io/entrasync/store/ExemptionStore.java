package io.entrasync.store;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Exemptions: what syncs leave alone. */
public final class ExemptionStore {
    private final Directory directory;
    private final AuditStore audit;
    private final Clock clock;

    public ExemptionStore(Directory directory, AuditStore audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
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

    /** Exempts what the configuration names. */
    public void seed(String subject) {
        directory.jdbi().useHandle(handle -> add(handle, subject, "Exempt by configuration", "CONFIGURATION"));
    }

    /** Exempts a subject, remembering the object that has the address; an existing exemption stays. */
    public void add(String subject, @Nullable String reason, String actor) {
        directory.jdbi().useTransaction(handle -> {
            if (add(handle, subject, reason, actor) > 0) {
                audit.add(handle, actor, "EXEMPTION_ADDED", subject, reason);
            }
        });
    }

    private int add(Handle handle, String subject, @Nullable String reason, String createdBy) {
        return handle.createUpdate(Sql.text("directory/exemption-add"))
                .bind("subject", subject)
                .bind("reason", reason)
                .bind("createdBy", createdBy)
                .bind("now", clock.instant())
                .execute();
    }

    /** Lifts an exemption, so that the next run brings the object in line again; false if there is none with this id. */
    public boolean remove(long id, String actor) {
        return directory.jdbi().inTransaction(handle -> {
            Optional<String> subject = handle.createQuery("select subject from exemption where id = :id for update")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne();
            subject.ifPresent(lifted -> {
                handle.execute("delete from exemption where id = ?", id);
                audit.add(handle, actor, "EXEMPTION_LIFTED", lifted, null);
            });
            return subject.isPresent();
        });
    }
}
