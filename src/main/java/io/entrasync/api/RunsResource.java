package io.entrasync.api;

import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.Run;
import io.entrasync.model.ScopeReason;
import io.entrasync.store.RunQueries;
import io.entrasync.store.SkippedQueries;
import org.jspecify.annotations.Nullable;

/** {@code /api/runs}: what was synced, and what was left out. */
public final class RunsResource {
    private final RunQueries runs;
    private final SkippedQueries skipped;

    public RunsResource(RunQueries runs, SkippedQueries skipped) {
        this.runs = runs;
        this.skipped = skipped;
    }

    /** The latest first. */
    public Reply list(@Nullable String page, @Nullable String size) {
        PageRequest wanted = Parameters.page(page, size, null);
        int offset = Math.toIntExact(Math.min(wanted.offset(), Integer.MAX_VALUE));
        return Reply.ok(new Page<>(runs.list(offset, wanted.size()), wanted.page(), wanted.size(), runs.count()));
    }

    public Reply get(String id) {
        return Reply.ok(run(id));
    }

    /** Empty for a run whose image has been replaced by a later one. */
    public Reply skipped(
            String id, @Nullable String reason, @Nullable String page, @Nullable String size, @Nullable String q) {
        ScopeReason why = Parameters.choice("reason", ScopeReason.class, reason);
        PageRequest wanted = Parameters.page(page, size, q);
        return Reply.ok(skipped.list(Long.parseLong(run(id).id()), why, wanted));
    }

    private Run run(String id) {
        return runs.find(Parameters.id("run", id)).orElseThrow(() -> ApiException.notFound("run", id));
    }
}
