package io.entrasync.runtime.spring.login;

import io.entrasync.api.ApiCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other sites from using a browser that remembers a password for HTTP Basic. Browsers say where a request comes
 * from; programs do not, and need not.
 */
final class ForeignSites extends OncePerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final ProblemAnswers answers;

    ForeignSites(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null || OWN.contains(site) || HARMLESS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            answers.send(response, ApiCode.CSRF, "The request comes from another site.");
        }
    }
}
