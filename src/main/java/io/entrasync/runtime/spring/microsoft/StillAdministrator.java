package io.entrasync.runtime.spring.microsoft;

import io.entrasync.settings.MicrosoftLogin;
import io.entrasync.store.AdminLogins;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of whoever has logged in with Microsoft and is no active administrator any more, at their next request. */
public final class StillAdministrator extends OncePerRequestFilter {
    private final MicrosoftLogins microsoft;
    private final AdminLogins admins;

    StillAdministrator(MicrosoftLogins microsoft, AdminLogins admins) {
        this.microsoft = microsoft;
        this.admins = admins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.getPrincipal() instanceof MicrosoftUser user && !isStill(user)) {
            new SecurityContextLogoutHandler().logout(request, response, login);
        }
        chain.doFilter(request, response);
    }

    private boolean isStill(MicrosoftUser user) {
        return microsoft.mode() != MicrosoftLogin.FALSE
                && admins.admitted(user.entraId())
                        .filter(admin -> admin.account() == user.account())
                        .isPresent();
    }
}
