package io.entrasync.run;

import io.entrasync.graph.GraphUnauthorizedException;
import io.entrasync.graph.GraphUnavailableException;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.RunStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what failed into a Problem and records it on the run. */
public final class RunProblems {
    private static final Logger LOG = LoggerFactory.getLogger(RunProblems.class);

    private final RunStore runs;
    private final ConnectionStore connection;

    public RunProblems(RunStore runs, ConnectionStore connection) {
        this.runs = runs;
        this.connection = connection;
    }

    /** Whether signing in was refused, or a permission is missing. */
    public static boolean isSignIn(Throwable failure) {
        return problemOf(failure).code().isSignIn();
    }

    /** Whether somebody's mail domain is not registered. */
    public static boolean isDomainMismatch(Throwable failure) {
        return problemOf(failure).code() == ProblemCode.UNREGISTERED_DOMAINS;
    }

    /** The tenant could not be read: signing in, permission, reading, or what was read. */
    public void read(@Nullable Long run, @Nullable Long lease, Throwable failure) {
        record(run, lease, problemOf(failure));
    }

    /** What a failure to reach or read the tenant means; Camel may have wrapped it. */
    public static Problem problemOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
            if (cause instanceof GraphUnavailableException unavailable) {
                return Problem.of(ProblemCode.READ_INCOMPLETE, text(cause)).withGraphRequestId(unavailable.requestId());
            }
            if (cause instanceof GraphUnauthorizedException refused) {
                return Problem.of(ProblemCode.SIGN_IN_FAILED, text(cause)).withGraphRequestId(refused.requestId());
            }
        }
        return Problem.of(ProblemCode.READ_INCOMPLETE, "The connection to Graph failed: " + text(failure));
    }

    /** The database refused or broke off. */
    public void directory(@Nullable Long run, @Nullable Long lease, Throwable failure) {
        LOG.error("Run {}: the directory database failed", run, failure);
        record(run, lease, Problem.of(ProblemCode.DIRECTORY_UNAVAILABLE, text(rootOf(failure))));
    }

    /** Nobody foresaw this. */
    public void unexpected(@Nullable Long run, @Nullable Long lease, Throwable failure) {
        LOG.error("Run {}: unexpected error", run, failure);
        record(run, lease, Problem.of(ProblemCode.INTERNAL, text(failure)));
    }

    private void record(@Nullable Long run, @Nullable Long lease, Problem problem) {
        LOG.warn(
                "Run {} failed: {} {} {} {}{}",
                run,
                problem.code(),
                problem.title(),
                problem.detail(),
                problem.remedy(),
                problem.graphRequestId() == null ? "" : " (Graph request-id " + problem.graphRequestId() + ")");
        if (run != null && lease != null) {
            runs.fail(run, lease, problem);
            if (problem.code().isConnecting() || problem.code().isRead()) {
                connection.runFailed(run, problem);
            }
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return text.substring(0, Math.min(1_000, text.length()));
    }
}
