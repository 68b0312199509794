package io.entrasync.api;

import io.entrasync.model.ItemChoice;
import io.entrasync.store.ApprovalStore;
import io.entrasync.store.ChoiceStore;
import io.entrasync.store.RunQueries;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is decided on a plan that waits: a review, or what the safeguards have held. */
public final class ApprovalResource {
    private static final int LONGEST_REASON = 1024;
    private static final int MOST_ITEMS = 1_000;

    private final RequestBodies bodies;
    private final RunQueries runs;
    private final ApprovalStore approvals;
    private final ChoiceStore choices;

    public ApprovalResource(RequestBodies bodies, RunQueries runs, ApprovalStore approvals, ChoiceStore choices) {
        this.bodies = bodies;
        this.runs = runs;
        this.approvals = approvals;
        this.choices = choices;
    }

    /**
     * Approves a plan; applying it is the route's.
     *
     * @return the run's id
     * @throws io.entrasync.model.ProblemException WRONG_STATE, PLAN_CHANGED, PLAN_EXPIRED or RUN_IN_PROGRESS
     */
    public long approve(String run, @Nullable String text, String actor) {
        long id = id(run);
        String hash = bodies.read(text, ApprovalBody.class).planHash();
        if (hash == null) {
            throw ApiException.invalidRequest("The field planHash is missing.");
        }
        approvals.approve(id, hash, actor);
        return id;
    }

    /** Tells of the run as it is worked on. */
    public Reply approved(long run) {
        return Reply.accepted("/api/runs/" + run, runs.find(run).orElseThrow());
    }

    public Reply cancel(String run, String actor) {
        long id = id(run);
        approvals.cancel(id, actor);
        return approved(id);
    }

    public Reply reject(String run, String actor) {
        long id = id(run);
        approvals.reject(id, actor);
        return approved(id);
    }

    /** Selects, deselects or exempts items. */
    public Reply choose(String run, @Nullable String text, String actor) {
        long id = id(run);
        choices.choose(id, choice(bodies.read(text, ChoiceBody.class)), actor);
        return Reply.ok(runs.find(id).orElseThrow());
    }

    private static ItemChoice choice(ChoiceBody body) {
        if ((body.items() == null) == (body.category() == null)) {
            throw ApiException.invalidRequest("Either the field items or the field category must be given.");
        }
        long decisions = Stream.of(body.selected(), body.leaveToNextRun(), body.exempt())
                .filter(Objects::nonNull)
                .count();
        if (decisions != 1) {
            throw ApiException.invalidRequest("One of the fields selected, leaveToNextRun and exempt must be given.");
        }
        List<String> ids = body.items() == null ? List.of() : body.items();
        if (ids.size() > MOST_ITEMS) {
            throw ApiException.invalidRequest("The field items may have %d ids at once.".formatted(MOST_ITEMS));
        }
        String reason = body.exempt() == null ? null : reason(body.exempt());
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new ApiException(
                    ApiCode.INVALID_VALUE, "The field exempt.reason may have %d characters.".formatted(LONGEST_REASON));
        }
        List<Long> items = ids.stream().map(text -> Parameters.id("item", text)).toList();
        return new ItemChoice(items, body.category(), body.selected(), body.leaveToNextRun(), reason);
    }

    private static String reason(ChoiceBody.Exempt exempt) {
        return exempt.reason() == null ? "" : exempt.reason();
    }

    private long id(String run) {
        long id = Parameters.id("run", run);
        if (!runs.exists(id)) {
            throw ApiException.notFound("run", run);
        }
        return id;
    }
}
