package io.entrasync.fake;

import io.entrasync.demo.GraphAnswer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault that is in force: when it strikes, and how often it has. */
public final class FaultRule {
    /** Turns a good reply into a faulty one. */
    interface Fault {
        Reply strike(RecordedRequest request, Reply reply);
    }

    private final RequestMatch match;
    private final int first;
    private final int last;
    private final boolean each;
    private final Fault fault;
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    private final AtomicInteger hits = new AtomicInteger();

    FaultRule(RequestMatch match, int first, int last, boolean each, Fault fault) {
        this.match = match;
        this.first = first;
        this.last = last;
        this.each = each;
        this.fault = fault;
    }

    /** How often it struck. */
    public int hits() {
        return hits.get();
    }

    Reply apply(RecordedRequest request, Reply reply) {
        if (!match.matches(request)) {
            return reply;
        }
        String counted = each ? request.target() : "";
        int nth = seen.computeIfAbsent(counted, key -> new AtomicInteger()).incrementAndGet();
        if (nth < first || nth > last) {
            return reply;
        }
        hits.incrementAndGet();
        return fault.strike(request, reply);
    }

    GraphAnswer applyInBatch(RecordedRequest request, GraphAnswer answer) {
        Reply reply = apply(request, new Reply(answer, false));
        if (reply.cut()) {
            throw new IllegalStateException("A connection cannot be cut inside a batch");
        }
        return reply.answer();
    }
}
