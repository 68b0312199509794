package io.entrasync.store;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Releases the directory from its tenant, so that the next run may bind it to another one. */
public final class RebindStore {
    private final Directory directory;
    private final LeaseStore lease;
    private final AuditStore audit;
    private final StoredProblems problems;
    private final Clock clock;

    public RebindStore(Directory directory, LeaseStore lease, AuditStore audit, StoredProblems problems, Clock clock) {
        this.directory = directory;
        this.lease = lease;
        this.audit = audit;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Drops image and open plans, and the ids that the tenant gave; nothing else of the directory changes. The first
     * run after it stops at review.
     *
     * @throws ProblemException RUN_IN_PROGRESS while a run works
     */
    public void rebind(String actor) {
        directory.jdbi().useTransaction(handle -> {
            OptionalLong token = lease.take(handle);
            if (token.isEmpty()) {
                throw new ProblemException(ProblemCode.RUN_IN_PROGRESS, "The directory cannot be rebound meanwhile.");
            }
            String tenant = handle.createQuery("select tenant_id from directory_state")
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null);
            dropPlans(handle, actor);
            dropImage(handle);
            String released = "%d accounts and %d groups match again by primary address."
                    .formatted(update(handle, "rebind/accounts"), update(handle, "rebind/groups"));
            update(handle, "rebind/exemptions");
            update(handle, "rebind/state");
            audit.add(handle, actor, "REBOUND", tenant == null ? "no tenant" : tenant, released);
            lease.release(handle, token.getAsLong());
        });
    }

    private void dropPlans(Handle handle, String actor) {
        update(handle, "rebind/items");
        Problem dropped =
                Problem.of(ProblemCode.REBOUND, "Dropped: %s released the directory from its tenant.".formatted(actor));
        handle.createUpdate(Sql.text("rebind/runs"))
                .bind("problem", problems.write(dropped))
                .bind("now", clock.instant())
                .execute();
    }

    private static void dropImage(Handle handle) {
        ImageStore.drop(handle);
        for (String ofTenant : List.of("deleted_account", "deleted_group", "mailbox", "mailbox_question")) {
            handle.execute("delete from " + ofTenant);
        }
    }

    private int update(Handle handle, String sql) {
        return handle.createUpdate(Sql.text(sql)).bind("now", clock.instant()).execute();
    }
}
