package io.entrasync.graph;

import io.entrasync.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes batches that know the settings. */
public final class Batches {
    private final GraphAnswers answers;
    private final GraphQueries queries;
    private final int maxAttempts;

    public Batches(GraphAnswers answers, GraphQueries queries, Settings.Graph graph) {
        this.answers = answers;
        this.queries = queries;
        this.maxAttempts = graph.maxAttempts();
    }

    /** For the members of up to 20 groups. */
    public MemberBatch members(List<String> groupIds) {
        return new MemberBatch(answers, queries, groupIds, maxAttempts);
    }

    /** For up to {@link EvidenceBatch#LIMIT} ids. */
    public EvidenceBatch evidence(String collection, String known, List<String> ids) {
        return new EvidenceBatch(collection, known, ids, maxAttempts);
    }

    /** For the mailboxes of up to 20 users. */
    public MailboxBatch mailboxes(List<String> userIds) {
        return new MailboxBatch(userIds, maxAttempts);
    }

    /** Gives a batch its answer. */
    public void take(MemberBatch batch, BatchAnswer answer) {
        batch.take(answer);
    }

    /** Gives a batch a further page of a large group; null if the page token is lost. */
    public void takePage(MemberBatch batch, GraphPage.@Nullable Members page) {
        batch.takePage(page);
    }
}
