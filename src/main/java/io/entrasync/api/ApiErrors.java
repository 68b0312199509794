package io.entrasync.api;

import io.entrasync.graph.GraphUnauthorizedException;
import io.entrasync.graph.GraphUnavailableException;
import io.entrasync.model.ChangeRefusedException;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.run.RunProblems;
import io.entrasync.store.DirectoryException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what failed in a request into its answer; of the unexpected only the log learns more. */
public final class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final String SEE_LOG = "The log of this time tells more.";

    /** @param failure may be wrapped; what is known of its causes counts */
    public Reply answer(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            Optional<ApiProblem> known = known(link);
            if (known.isPresent()) {
                return Reply.problem(known.get());
            }
        }
        LOG.error("Unexpected error in a request", failure);
        return Reply.problem(ApiProblem.of(ApiCode.INTERNAL, SEE_LOG));
    }

    private static Optional<ApiProblem> known(Throwable failure) {
        if (failure instanceof ApiException refusal) {
            return Optional.of(refusal.problem());
        }
        if (failure instanceof ProblemException problem) {
            return Optional.of(ApiProblem.of(status(problem.problem().code()), problem.problem()));
        }
        if (failure instanceof GraphUnauthorizedException) {
            return Optional.of(ApiProblem.of(502, RunProblems.problemOf(failure)));
        }
        if (failure instanceof GraphUnavailableException || failure instanceof IOException) {
            return Optional.of(ApiProblem.of(503, RunProblems.problemOf(failure)));
        }
        if (failure instanceof ChangeRefusedException refusal) {
            return Optional.of(ApiProblem.of(ApiCode.valueOf(refusal.reason().name()), refusal.detail()));
        }
        if (failure instanceof SQLException
                || failure instanceof JdbiException
                || failure instanceof DirectoryException) {
            LOG.error("The directory database failed in a request", failure);
            return Optional.of(ApiProblem.of(ApiCode.DIRECTORY_UNAVAILABLE, SEE_LOG));
        }
        return Optional.empty();
    }

    private static int status(ProblemCode code) {
        return switch (code) {
            case SECRET_EXPIRED,
                    SECRET_WRONG,
                    APPLICATION_UNKNOWN,
                    TENANT_UNKNOWN,
                    CONSENT_MISSING,
                    PERMISSION_MISSING,
                    ACCESS_BLOCKED,
                    APPLICATION_DISABLED,
                    SIGN_IN_FAILED,
                    READ_INCOMPLETE,
                    TENANT_CHANGED -> 502;
            case NOT_CONFIGURED -> 503;
            case RUN_IN_PROGRESS, WRONG_STATE, PLAN_CHANGED, PLAN_EXPIRED, SETTINGS_CHANGED -> 409;
            case DIRECTORY_UNAVAILABLE -> 503;
            default -> 500;
        };
    }
}
