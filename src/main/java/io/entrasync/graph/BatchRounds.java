package io.entrasync.graph;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests in a batch until each has a final answer. The outer status says nothing about the parts: each has its
 * own, and throttled ones are sent again after the longest wait that any of them asks for.
 *
 * @param <K> what a request is about
 */
final class BatchRounds<K> {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final Map<K, String> open;
    private final int maxAttempts;
    private final boolean lenient;
    private List<K> sent = List.of();
    private int attempts;
    private Duration wait = Duration.ZERO;

    BatchRounds(Map<K, String> urls, int maxAttempts) {
        this(urls, maxAttempts, false);
    }

    /**
     * An empty batch of requests.
     *
     * @param lenient whether what is still not answered after the last attempt is given up, in place of an exception
     */
    BatchRounds(Map<K, String> urls, int maxAttempts, boolean lenient) {
        this.open = new LinkedHashMap<>(urls);
        this.maxAttempts = maxAttempts;
        this.lenient = lenient;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** How long to wait before the next request. */
    Duration pause() {
        return wait;
    }

    /** How many requests were repeats of parts that were not answered for good. */
    int repeats() {
        return Math.max(0, attempts - 1);
    }

    BatchRequest request() {
        sent = new ArrayList<>(open.keySet());
        attempts++;
        return BatchRequest.gets(new ArrayList<>(open.values()));
    }

    /** The final answers of this round, by what they are about. */
    Map<K, BatchAnswer.Part> take(BatchAnswer answer) {
        Map<K, BatchAnswer.Part> answered = new LinkedHashMap<>();
        wait = Duration.ZERO;
        @Nullable List<BatchAnswer.Part> parts = answer.responses();
        for (BatchAnswer.Part part : parts == null ? List.<BatchAnswer.Part>of() : parts) {
            K key = sent.get(Integer.parseInt(part.id()));
            if (part.status() >= 300 && part.error().isPassing()) {
                remember(part);
            } else {
                answered.put(key, part);
                open.remove(key);
            }
        }
        if (isOpen()) {
            requirePatience(answered);
        }
        return answered;
    }

    private void remember(BatchAnswer.Part part) {
        Duration asked = part.headers() == null ? null : GraphResponse.retryAfter(part.headers());
        Duration own = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 6));
        Duration longer = asked == null ? own : asked;
        wait = longer.compareTo(wait) > 0 ? longer : wait;
    }

    private void requirePatience(Map<K, BatchAnswer.Part> answered) {
        if (wait.isZero()) {
            wait = FIRST_WAIT;
        }
        if (attempts >= maxAttempts && lenient) {
            open.clear();
        } else if (attempts >= maxAttempts) {
            throw new ProblemException(
                    ProblemCode.READ_INCOMPLETE,
                    "Graph left %d of %d requests of a batch unanswered, %d times."
                            .formatted(open.size(), open.size() + answered.size(), attempts));
        }
    }
}
