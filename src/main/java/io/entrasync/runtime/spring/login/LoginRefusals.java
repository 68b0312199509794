package io.entrasync.runtime.spring.login;

import io.entrasync.api.ApiCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What they get who are not logged in, or may not do what they ask for. */
final class LoginRefusals implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {
    private final ProblemAnswers answers;

    LoginRefusals(ProblemAnswers answers) {
        this.answers = answers;
    }

    /** A browser that opens a page is shown where to log in; everybody else is told. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (opensPage(request) && !(refusal instanceof TooManyLoginsException)) {
            response.sendRedirect(request.getContextPath() + LoginPages.LOGIN);
            return;
        }
        // to the console's own requests the browser would answer the challenge with a dialog of its own
        if (request.getHeader("X-Requested-With") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"entra-sync\", charset=\"UTF-8\"");
        }
        onAuthenticationFailure(request, response, refusal);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TooManyLoginsException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            answers.send(response, ApiCode.TOO_MANY_LOGINS, "Wait for %d s.".formatted(tooMany.seconds()));
        } else {
            answers.send(response, ApiCode.UNAUTHORIZED, "User name and password are missing or wrong.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        boolean forged = refusal instanceof CsrfException;
        if (forged && !isLoggedIn() && !request.getRequestURI().endsWith(LoginPages.LOGIN)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"entra-sync\", charset=\"UTF-8\"");
            answers.send(response, ApiCode.UNAUTHORIZED, "User name and password are missing or wrong.");
        } else if (forged) {
            answers.send(response, ApiCode.CSRF, "The token in the header X-XSRF-TOKEN is missing or wrong.");
        } else {
            answers.send(response, ApiCode.FORBIDDEN, "This login may not do that.");
        }
    }

    private static boolean isLoggedIn() {
        return new AuthenticationTrustResolverImpl()
                .isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
    }

    private static boolean opensPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html");
    }
}
