package io.entrasync.runtime.spring.login;

import io.entrasync.runtime.spring.microsoft.Refusal;
import io.entrasync.store.LoginStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Where they are led who come back from Microsoft. */
final class MicrosoftAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MicrosoftAnswers.class);

    private final LoginStore logins;

    MicrosoftAnswers(LoginStore logins) {
        this.logins = logins;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        logins.loggedIn(login.getName(), "Microsoft, from " + request.getRemoteAddr());
        response.sendRedirect(request.getContextPath() + LoginPages.CONSOLE);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "";
        boolean refused =
                Arrays.stream(Refusal.values()).anyMatch(reason -> reason.name().equals(code));
        if (refused) {
            logins.refused(request.getRemoteAddr(), "Microsoft: " + code);
        } else {
            LOG.warn("A login with Microsoft failed: {}", failure.getMessage());
        }
        String page = refused ? "refused.html?reason=" + code : "login.html?failed";
        response.sendRedirect(request.getContextPath() + LoginPages.CONSOLE + page);
    }
}
