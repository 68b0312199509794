package io.entrasync.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks by id for objects that a full read did not deliver. "Not found" counts only in a batch in which an object that
 * is known to exist is found.
 */
public final class EvidenceBatch {
    /** Ids that fit in one batch beside the known one. */
    public static final int LIMIT = BatchRequest.LIMIT - 1;

    private final String known;
    private final List<String> ids;
    private final BatchRounds<String> rounds;
    private final Map<String, BatchAnswer.Part> parts = new LinkedHashMap<>();

    /**
     * An empty batch of questions.
     *
     * @param collection {@code users} or {@code groups}
     * @param known id of an object that was just read
     */
    public EvidenceBatch(String collection, String known, List<String> ids, int maxAttempts) {
        this.known = known;
        this.ids = List.copyOf(ids);
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put(known, url(collection, known));
        ids.forEach(id -> urls.put(id, url(collection, id)));
        this.rounds = new BatchRounds<>(urls, maxAttempts);
    }

    private static String url(String collection, String id) {
        return "/" + collection + "/" + id + "?$select=id";
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

    /** By id: {@code NOT_FOUND_BY_ID}, {@code EXISTS} or {@code UNKNOWN}. */
    public Map<String, String> answers() {
        BatchAnswer.Part proof = parts.get(known);
        boolean trusted = proof != null && proof.status() == 200;
        Map<String, String> answers = new LinkedHashMap<>();
        ids.forEach(id -> answers.put(id, trusted ? answer(parts.get(id)) : "UNKNOWN"));
        return answers;
    }

    private static String answer(BatchAnswer.@org.jspecify.annotations.Nullable Part part) {
        if (part == null) {
            return "UNKNOWN";
        }
        if (part.status() == 404
                && "Request_ResourceNotFound".equalsIgnoreCase(part.error().code())) {
            return "NOT_FOUND_BY_ID";
        }
        return part.status() == 200 ? "EXISTS" : "UNKNOWN";
    }
}
