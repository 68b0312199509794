package io.entrasync.runtime.spring.login;

import io.entrasync.runtime.LoginThrottle;
import io.entrasync.store.LoginStore;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/** The local operator's password, by form or HTTP Basic, with a limit on guessing. */
final class ThrottledLogin implements AuthenticationProvider {
    private final AuthenticationProvider passwords;
    private final LoginThrottle throttle;
    private final LoginStore logins;

    ThrottledLogin(AuthenticationProvider passwords, LoginThrottle throttle, LoginStore logins) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.logins = logins;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        Client client = login.getDetails() instanceof Client known ? known : new Client("", "");
        Duration wait = throttle.wait(client.countedAs());
        if (!wait.isZero()) {
            throw new TooManyLoginsException(wait);
        }
        try {
            Authentication done = passwords.authenticate(login);
            throttle.succeeded(client.countedAs());
            return done;
        } catch (BadCredentialsException wrong) {
            throttle.failed(client.countedAs());
            logins.refused(client.address());
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }
}
