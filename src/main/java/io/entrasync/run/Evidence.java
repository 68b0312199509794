package io.entrasync.run;

import io.entrasync.graph.BatchAnswer;
import io.entrasync.graph.Batches;
import io.entrasync.graph.EvidenceBatch;
import io.entrasync.model.ObjectType;
import io.entrasync.store.EvidenceStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for whom a full read did not deliver. */
public final class Evidence {
    private final EvidenceStore store;
    private final Batches batches;

    public Evidence(EvidenceStore store, Batches batches) {
        this.store = store;
        this.batches = batches;
    }

    /** The next questions; null when none is left, or when nothing was read that an answer could be trusted by. */
    public @Nullable EvidenceBatch next(long run, ObjectType type) {
        List<String> ids = store.next(run, type, EvidenceBatch.LIMIT);
        String known = ids.isEmpty() ? null : store.known(run, type);
        if (known == null) {
            return null;
        }
        return batches.evidence(type == ObjectType.USER ? "users" : "groups", known, ids);
    }

    public void take(EvidenceBatch batch, BatchAnswer answer) {
        batch.take(answer);
    }

    public void keep(long run, ObjectType type, EvidenceBatch batch) {
        store.answer(run, type, batch.answers());
    }
}
