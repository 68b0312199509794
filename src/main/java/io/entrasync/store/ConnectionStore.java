package io.entrasync.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the directory is bound to, and how the connection fared. */
public final class ConnectionStore {
    private final Directory directory;

    public ConnectionStore(Directory directory) {
        this.directory = directory;
    }

    /** The bound tenant's id; null before the first successful run. */
    public @Nullable String tenantId() {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select tenant_id from directory_state")
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** Keeps which tenant answered a run; if the run succeeds, the directory is bound to it. */
    public void tenantSeen(long run, @Nullable String tenantId) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(
                        "update sync_run set tenant_id = :tenant where id = :run")
                .bind("tenant", tenantId)
                .bindMap(Map.of("run", run))
                .execute());
    }

    /** Whether the configured domains and exemptions were brought in. */
    public boolean isSeeded() {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select seeded from directory_state")
                .mapTo(Boolean.class)
                .one());
    }

    public void seeded() {
        directory.jdbi().useHandle(handle -> handle.execute("update directory_state set seeded = true"));
    }
}
