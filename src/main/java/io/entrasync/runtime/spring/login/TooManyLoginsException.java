package io.entrasync.runtime.spring.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A client has guessed too often and has to wait. */
final class TooManyLoginsException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyLoginsException(Duration wait) {
        super("Too many wrong passwords");
        this.wait = wait;
    }

    /** At least one second. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
