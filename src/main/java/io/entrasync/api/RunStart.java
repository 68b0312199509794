package io.entrasync.api;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
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
     * @throws ProblemException RUN_IN_PROGRESS
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

    /**
     * Opens a run that undoes another.
     *
     * @return the new run's id
     * @throws ProblemException WRONG_STATE where nothing was applied, RUN_IN_PROGRESS
     */
    public long undo(String of, @Nullable String text, String actor) {
        long id = Parameters.id("run", of);
        Run run = queries.find(id).orElseThrow(() -> ApiException.notFound("run", of));
        if (run.status() == Run.Status.RUNNING || !queries.hasApplied(id)) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE, "Run " + id + " has applied nothing that can be undone.");
        }
        boolean exempts = text == null
                || text.isBlank()
                || !Boolean.FALSE.equals(bodies.read(text, UndoBody.class).exempt());
        return runs.open(new RunRequest(
                Run.Trigger.MANUAL, Run.Mode.REVIEW, actor, settings.get(), new RunRequest.Undo(id, exempts)));
    }

    /** Tells of the run as it was opened. */
    public Reply opened(long id) {
        return Reply.accepted("/api/runs/" + id, queries.find(id).orElseThrow());
    }
}
