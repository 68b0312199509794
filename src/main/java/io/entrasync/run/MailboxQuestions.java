package io.entrasync.run;

import io.entrasync.store.MailboxStore;
import java.util.List;

/** Hands the questions of a run to those who ask side by side, a batch at a time. */
public final class MailboxQuestions {
    private final MailboxStore store;
    private final long run;
    private String last = "";
    private boolean over;

    MailboxQuestions(MailboxStore store, long run) {
        this.store = store;
        this.run = run;
    }

    /** The ids of the next batch; empty when there is none. */
    synchronized List<String> next() {
        List<String> ids = over ? List.of() : store.open(run, last);
        if (ids.isEmpty()) {
            over = true;
        } else {
            last = ids.get(ids.size() - 1);
        }
        return ids;
    }

    /** No more is asked. */
    synchronized void stop() {
        over = true;
    }
}
