package io.entrasync.store;

import io.entrasync.graph.BatchRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What mailboxes are for: who is asked in a run, and the last answer about each. */
public final class MailboxStore {
    /** An answer counts for so long, unless there is a reason to ask again. */
    private static final Duration LIFE = Duration.ofDays(7);

    private final Directory directory;
    private final Clock clock;

    public MailboxStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Notes whom to ask. Repeating it starts over. */
    public void begin(long run) {
        directory.jdbi().useTransaction(handle -> {
            handle.execute("delete from mailbox_question");
            handle.execute("update sync_run set shared_mailboxes = true where id = ?", run);
            execute(handle, run, "mailboxes/questions");
        });
    }

    /** The next ids to ask for, at most a batch, behind the one that was last. */
    public List<String> open(long run, String after) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("mailboxes/open-questions"))
                .bindMap(Map.of("run", run, "after", after, "limit", BatchRequest.LIMIT))
                .mapTo(String.class)
                .list());
    }

    /** Keeps the answers by id: a purpose, or {@code UNKNOWN}. */
    public void answer(long run, Map<String, String> answers) {
        directory.jdbi().useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(Sql.text("mailboxes/answer"));
            answers.forEach((id, answer) ->
                    batch.bind("run", run).bind("id", id).bind("answer", answer).add());
            batch.execute();
        });
    }

    /** Remembers the answers and marks in the image who has a functional mailbox. */
    public void settle(long run) {
        directory.jdbi().useTransaction(handle -> {
            for (String sql :
                    List.of("mailboxes/remember", "mailboxes/forget", "mailboxes/functional", "mailboxes/known")) {
                execute(handle, run, sql);
            }
        });
    }

    private void execute(Handle handle, long run, String sql) {
        handle.createUpdate(Sql.text(sql))
                .bind("run", run)
                .bind("now", clock.instant())
                .bind("outdated", clock.instant().minus(LIFE))
                .execute();
    }
}
