package io.entrasync.connection;

import io.entrasync.model.ProblemException;

/**
 * Entra gave no token. Carries no cause: the libraries' exceptions quote whole answers, and what they say of use stands
 * in the problem's detail.
 */
public class SignInException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    SignInException(SignInProblem failed) {
        super(failed.problem());
        this.retryable = failed.retryable();
    }

    /** Whether the trouble may pass by itself; else a person has to change something first. */
    public boolean retryable() {
        return retryable;
    }
}
