package io.entrasync.runtime.karaf;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemException;
import java.net.BindException;
import java.util.Optional;

/** Says in words why the product does not start. */
final class StartFailure {
    private StartFailure() {}

    /** Empty if it is nothing that was foreseen. */
    static Optional<String> reason(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof ProblemException known) {
                Problem problem = known.problem();
                return Optional.of(
                        "%s: %s %s %s".formatted(problem.code(), problem.title(), problem.detail(), problem.remedy()));
            }
            if (link instanceof BindException) {
                return Optional.of("server.address and server.port cannot be used: " + link.getMessage() + ".");
            }
        }
        // route files that do not load
        return failure instanceof IllegalStateException ? Optional.ofNullable(failure.getMessage()) : Optional.empty();
    }
}
