package io.entrasync.runtime.spring.login;

import io.entrasync.api.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The actor as Spring Security knows it. */
public final class LoggedIn implements Actor {
    @Override
    public String name(@Nullable String authorization) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null) {
            throw new IllegalStateException("Nobody is logged in on this thread.");
        }
        return login.getName();
    }
}
