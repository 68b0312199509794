package io.entrasync.api;

import io.entrasync.explain.Explanation;
import io.entrasync.run.Explaining;
import org.jspecify.annotations.Nullable;

/** {@code /api/explain}. */
public final class ExplainResource {
    private final Explaining explaining;

    public ExplainResource(Explaining explaining) {
        this.explaining = explaining;
    }

    /** The subject that is asked for, in the form in which it is looked for. */
    public String subject(@Nullable String given) {
        return explaining
                .subject(given == null ? "" : given)
                .orElseThrow(() -> ApiException.invalidRequest(
                        "The parameter subject must be a mail address or an Entra object id."));
    }

    public Reply answer(Explanation explanation) {
        return Reply.ok(explanation);
    }
}
