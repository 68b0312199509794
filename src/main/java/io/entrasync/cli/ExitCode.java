package io.entrasync.cli;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import org.jspecify.annotations.Nullable;

/** What a command tells the shell. */
final class ExitCode {
    static final int DONE = 0;
    static final int OTHER = 1;
    static final int CHANGES = 2;
    static final int HELD = 3;
    static final int PARTIAL = 4;
    static final int SIGN_IN = 5;
    static final int READ = 6;

    private ExitCode() {}

    static int of(Run run) {
        return switch (run.status()) {
            case SUCCEEDED, NO_CHANGE -> DONE;
            case AWAITING_REVIEW -> CHANGES;
            case HELD -> HELD;
            case PARTIAL -> PARTIAL;
            default -> run.problem() == null ? OTHER : of(run.problem());
        };
    }

    /** A missing configuration counts as a sign-in that cannot work. */
    static int of(@Nullable Problem problem) {
        if (problem == null) {
            return DONE;
        }
        ProblemCode code = problem.code();
        if (code.isSignIn() || code == ProblemCode.NOT_CONFIGURED) {
            return SIGN_IN;
        }
        return code.isRead() ? READ : OTHER;
    }
}
