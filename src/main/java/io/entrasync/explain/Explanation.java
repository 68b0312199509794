package io.entrasync.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one object, and why.
 *
 * @param found whether Entra or the directory knows the subject
 * @param wouldDo what the next run would plan for it
 * @param reason one sentence; where a code says it, the code comes first
 */
public record Explanation(String subject, boolean found, List<Step> steps, WouldDo wouldDo, String reason) {

    /** One of the four steps, in their order. */
    public record Step(Stage step, String result, List<Rule> rules) {}

    /**
     * What a step looked at.
     *
     * @param value what it saw
     * @param outcome what follows from it
     */
    public record Rule(String rule, @Nullable String value, String outcome) {}

    /** The way of an object from Entra into the directory. */
    public enum Stage {
        IMPORT,
        SCOPE,
        MATCH,
        DECISION
    }

    /** What a plan has for an object. */
    public enum WouldDo {
        NONE,
        ADD,
        UPDATE,
        DISABLE,
        DELETE
    }
}
