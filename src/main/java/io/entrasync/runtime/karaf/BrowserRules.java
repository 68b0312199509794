package io.entrasync.runtime.karaf;

import io.entrasync.api.ApiCode;
import io.entrasync.runtime.ContentPolicy;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;

/** What browsers are told that pages from here may do, and what pages from elsewhere may not. */
final class BrowserRules {
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-XSS-Protection",
            "0",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cache-Control",
            "no-cache, no-store, max-age=0, must-revalidate");

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private BrowserRules() {}

    static void headers(RoutingContext request) {
        HEADERS.forEach(request.response()::putHeader);
        if (request.normalizedPath().equals("/api/summary")) {
            request.response().putHeader(ContentPolicy.HEADER, ContentPolicy.MAIL);
        } else {
            request.response()
                    .putHeader(ContentPolicy.HEADER, ContentPolicy.CONSOLE)
                    .putHeader("X-Frame-Options", "DENY");
        }
        request.next();
    }

    /** Browsers say where a request comes from, and remember passwords for HTTP Basic; programs do neither. */
    static void ownSiteOnly(RoutingContext request, Problems problems) {
        String site = request.request().getHeader("Sec-Fetch-Site");
        if (site == null
                || OWN.contains(site)
                || HARMLESS.contains(request.request().method().name())) {
            request.next();
        } else {
            problems.send(request, ApiCode.CSRF, "The request comes from another site.");
        }
    }
}
