package io.entrasync.api;

import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.settings.Settings;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunStore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/runs}: opens a run that somebody asks for. */
public final class RunStart {
    private final RequestBodies bodies;
    private final Supplier<Settings> settings;
    private final RunStore runs;
    private final RunQueries queries;

    public RunStart(RequestBodies bodies, Supplier<Settings> settings, RunStore runs, RunQueries queries) {
        this.bodies = bodies;
        this.settings = settings;
        this.runs = runs;
        this.queries = queries;
    }

    /**
     * Opens the run, so that a second one is refused at once; the work on it is the route's.
     *
     * @return the run's id
     * @throws io.entrasync.model.ProblemException RUN_IN_PROGRESS
     */
    public long open(@Nullable String text, String actor) {
        RunBody body = bodies.read(text, RunBody.class);
        Run.Mode mode = body.mode();
        if (mode == null) {
            throw ApiException.invalidRequest(
                    "The field mode must be one of " + Parameters.names(Run.Mode.class) + ".");
        }
        return runs.open(new RunRequest(Run.Trigger.MANUAL, mode, actor, body.over(settings.get())));
    }

    /** Tells of the run as it was opened. */
    public Reply opened(long id) {
        return Reply.accepted("/api/runs/" + id, queries.find(id).orElseThrow());
    }
}
