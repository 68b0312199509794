package io.entrasync.run;

import io.entrasync.connection.Permissions;
import io.entrasync.graph.BatchAnswer;
import io.entrasync.graph.Batches;
import io.entrasync.graph.MailboxBatch;
import io.entrasync.settings.Settings;
import io.entrasync.store.MailboxStore;
import io.entrasync.store.RunSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what the mailboxes of blocked or unlicensed users are for. */
public final class Mailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

    private static final String PERMISSION = "MailboxSettings.Read";

    private final RunSettings settings;
    private final int concurrency;
    private final ConnectionCheck connection;
    private final MailboxStore store;
    private final Batches batches;

    public Mailboxes(
            RunSettings settings, int concurrency, ConnectionCheck connection, MailboxStore store, Batches batches) {
        this.settings = settings;
        this.concurrency = concurrency;
        this.connection = connection;
        this.store = store;
        this.batches = batches;
    }

    /** Whether a run asks for mailboxes at all; by default where the token says that they may be. */
    public boolean wanted(long run) {
        return wanted(settings.of(run));
    }

    /** Whether they would be asked for under these settings. */
    boolean wanted(Settings by) {
        return switch (by.whom().sharedMailboxes()) {
            case TRUE -> true;
            case FALSE -> false;
            case AUTO ->
                Permissions.granted(connection.lastClaims(), PERMISSION).orElse(false);
        };
    }

    /** Notes whom to ask, and hands out the questions. */
    public MailboxQuestions begin(long run) {
        store.begin(run);
        return new MailboxQuestions(store, run);
    }

    /** One entry for each of those who ask side by side. */
    public List<Integer> askers() {
        return IntStream.range(0, concurrency).boxed().toList();
    }

    /** The next questions; null when none is left. */
    public @Nullable MailboxBatch next(MailboxQuestions questions) {
        List<String> ids = questions.next();
        return ids.isEmpty() ? null : batches.mailboxes(ids);
    }

    public void take(MailboxBatch batch, BatchAnswer answer) {
        batch.take(answer);
    }

    /** Keeps the answers; where Graph refuses them all, no more is asked in this run. */
    public void keep(long run, MailboxQuestions questions, MailboxBatch batch) {
        store.answer(run, batch.answers());
        if (batch.isRefused()) {
            LOG.warn("Run {}: Graph refuses to say what mailboxes are for; {} is missing", run, PERMISSION);
            questions.stop();
        }
    }
}
