package io.entrasync.runtime.karaf;

import io.entrasync.api.ApiCode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets requests on that the local operator makes, by HTTP Basic. */
final class BasicLogin {
    private final String username;
    private final String hash;
    private final PasswordEncoder encoder;

    BasicLogin(String username, String hash, PasswordEncoder encoder) {
        this.username = username;
        this.hash = hash;
        this.encoder = encoder;
    }

    Handler<RoutingContext> handler(Problems problems) {
        return request -> {
            // comparing with a hash takes long, and the body must not be lost meanwhile
            request.request().pause();
            request.vertx().executeBlocking(() -> isOperator(request), false).onComplete(checked -> {
                request.request().resume();
                if (checked.succeeded() && checked.result()) {
                    request.next();
                } else {
                    refuse(problems, request);
                }
            });
        };
    }

    /** Whether the operator's name and password came with the request; takes long. */
    boolean isOperator(RoutingContext request) {
        return BasicUser.parse(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                // the password is compared in any case: how long it takes tells nothing about names
                .filter(login -> encoder.matches(login.password(), hash)
                        & login.username().equals(username))
                .isPresent();
    }

    private static void refuse(Problems problems, RoutingContext request) {
        request.response().putHeader("WWW-Authenticate", "Basic realm=\"entra-sync\", charset=\"UTF-8\"");
        problems.send(request, ApiCode.UNAUTHORIZED, "User name and password are missing or wrong.");
    }
}
