package io.entrasync.summary;

import io.entrasync.model.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong now.
 *
 * @param subject tells it apart from others of its kind, such as a domain's name; empty if there is only one
 * @param at when it last happened
 */
public record Cause(AlertKind kind, String subject, Notice warning, Instant at) {

    public static Cause of(AlertKind kind, String subject, String detail, @Nullable String run, Instant at) {
        return new Cause(kind, subject, Notice.of(kind, detail, run), at);
    }

    /** What a run said of itself, in its words. */
    public static Cause of(AlertKind kind, Problem problem, @Nullable String run, Instant at) {
        return new Cause(kind, problem.code().name(), Notice.of(problem, run), at);
    }

    boolean is(KnownCause known) {
        return known.kind() == kind && known.subject().equals(subject);
    }
}
