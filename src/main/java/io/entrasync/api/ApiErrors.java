package io.entrasync.api;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.store.DirectoryException;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what failed in a request into its answer; of the unexpected only the log learns more. */
public final class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    public Reply answer(Throwable failure) {
        return Reply.problem(problem(failure));
    }

    private static ApiProblem problem(Throwable failure) {
        if (failure instanceof ApiException refusal) {
            return refusal.problem();
        }
        if (failure instanceof ProblemException known) {
            return ApiProblem.of(status(known.problem().code()), known.problem());
        }
        if (failure instanceof SQLException
                || failure instanceof JdbiException
                || failure instanceof DirectoryException) {
            LOG.error("The directory database failed in a request", failure);
            return ApiProblem.of(ApiCode.DIRECTORY_UNAVAILABLE, "The log of this time tells more.");
        }
        LOG.error("Unexpected error in a request", failure);
        return ApiProblem.of(ApiCode.INTERNAL, "The log of this time tells more.");
    }

    private static int status(ProblemCode code) {
        return switch (code) {
            case RUN_IN_PROGRESS -> 409;
            case DIRECTORY_UNAVAILABLE -> 503;
            default -> 500;
        };
    }
}
