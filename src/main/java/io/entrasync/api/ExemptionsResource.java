package io.entrasync.api;

import io.entrasync.model.Exemption;
import io.entrasync.scope.ExemptSubject;
import io.entrasync.store.ExemptionQueries;
import io.entrasync.store.ExemptionStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/exemptions}: what syncs leave alone. */
public final class ExemptionsResource {
    private static final int LONGEST_REASON = 1024;

    private final RequestBodies bodies;
    private final ExemptionStore exemptions;
    private final ExemptionQueries queries;

    public ExemptionsResource(RequestBodies bodies, ExemptionStore exemptions, ExemptionQueries queries) {
        this.bodies = bodies;
        this.exemptions = exemptions;
        this.queries = queries;
    }

    public Reply list(@Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(queries.list(Parameters.page(page, size, q)));
    }

    /** Exempts a subject. What is exempt stays so, as it is, and is answered with 200 instead of 201. */
    public Reply add(@Nullable String text, String actor) {
        ExemptionBody body = bodies.read(text, ExemptionBody.class);
        if (body.subject() == null) {
            throw ApiException.invalidRequest("The field subject is missing.");
        }
        String subject = ExemptSubject.parse(body.subject())
                .orElseThrow(() -> new ApiException(
                        ApiCode.INVALID_VALUE, "The field subject must be a mail address or an Entra object id."));
        String reason = body.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new ApiException(
                    ApiCode.INVALID_VALUE, "The field reason may have %d characters.".formatted(LONGEST_REASON));
        }
        Optional<Exemption> existing = queries.find(subject);
        if (existing.isPresent()) {
            return Reply.ok(existing.get());
        }
        exemptions.add(subject, reason, actor);
        Exemption added = queries.find(subject).orElseThrow();
        return Reply.created("/api/exemptions/" + added.id(), added);
    }

    public Reply remove(String id, String actor) {
        if (!exemptions.remove(Parameters.id("exemption", id), actor)) {
            throw ApiException.notFound("exemption", id);
        }
        return Reply.done();
    }
}
