package io.entrasync.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks up to 20 users what their mailbox is for. No answer is worth the run: what Graph refuses, does not know or leaves
 * open is unknown.
 */
public final class MailboxBatch {
    /** A mailbox that cannot be asked now holds up the others no longer than this. */
    private static final int MOST_ATTEMPTS = 3;

    private final List<String> ids;
    private final BatchRounds<String> rounds;
    private final Map<String, BatchAnswer.Part> parts = new LinkedHashMap<>();

    MailboxBatch(List<String> ids, int maxAttempts) {
        this.ids = List.copyOf(ids);
        Map<String, String> urls = new LinkedHashMap<>();
        ids.forEach(id -> urls.put(id, "/users/" + id + "/mailboxSettings/userPurpose"));
        this.rounds = new BatchRounds<>(urls, Math.min(maxAttempts, MOST_ATTEMPTS), true);
    }

    /** Whether questions are open. */
    public boolean isOpen() {
        return rounds.isOpen();
    }

    /** How long to wait before asking again, in milliseconds. */
    public long getPause() {
        return rounds.pause().toMillis();
    }

    public int getRepeats() {
        return rounds.repeats();
    }

    /** The body of the next {@code $batch}. */
    public BatchRequest request() {
        return rounds.request();
    }

    /** Takes the answer to the batch. */
    public void take(BatchAnswer answer) {
        parts.putAll(rounds.take(answer));
    }

    /** By id: a {@link MailboxPurpose}, or {@code UNKNOWN}. */
    public Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        ids.forEach(id -> answers.put(id, answer(id)));
        return answers;
    }

    private String answer(String id) {
        BatchAnswer.Part part = parts.get(id);
        return part == null || part.status() != 200
                ? "UNKNOWN"
                : MailboxPurpose.of(part.body()).map(Enum::name).orElse("UNKNOWN");
    }

    /** Whether Graph refused each single question: the permission is missing, and asking on is of no use. */
    public boolean isRefused() {
        return !ids.isEmpty()
                && ids.stream()
                        .allMatch(id -> parts.get(id) != null && parts.get(id).status() == 403);
    }
}
