package io.entrasync.store;

import io.entrasync.model.ObjectType;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Managed objects that a full read did not deliver, and what Graph says of each when asked by id. */
public final class EvidenceStore {
    private final Directory directory;

    public EvidenceStore(Directory directory) {
        this.directory = directory;
    }

    /** Notes whom the image lacks. Repeating it starts over. */
    public void find(long run) {
        directory.jdbi().useTransaction(handle -> {
            handle.execute("delete from removal_candidate where run_id = ?", run);
            handle.createUpdate(Sql.text("evidence/candidates-users"))
                    .bind("run", run)
                    .execute();
            handle.createUpdate(Sql.text("evidence/candidates-groups"))
                    .bind("run", run)
                    .execute();
        });
    }

    /** The next ids to ask for. */
    public List<String> next(long run, ObjectType type, int limit) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("evidence/next"))
                .bindMap(Map.of("run", run, "type", type.name(), "limit", limit))
                .mapTo(String.class)
                .list());
    }

    /** The id of an object that was just read, so that an answer of "not found" can be trusted; null without any. */
    public @Nullable String known(long run, ObjectType type) {
        String sql = type == ObjectType.USER ? "evidence/known-user" : "evidence/known-group";
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text(sql))
                .bind("run", run)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** Keeps the answers by id: {@code NOT_FOUND_BY_ID}, {@code EXISTS} or {@code UNKNOWN}. */
    public void answer(long run, ObjectType type, Map<String, String> answers) {
        directory.jdbi().useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(Sql.text("evidence/answer"));
            answers.forEach((id, answer) -> batch.bind("run", run)
                    .bind("type", type.name())
                    .bind("id", id)
                    .bind("answer", answer)
                    .add());
            batch.execute();
        });
    }
}
