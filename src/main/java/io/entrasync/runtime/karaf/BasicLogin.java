package io.entrasync.runtime.karaf;

import io.entrasync.api.ApiCode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
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
            String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
            request.vertx()
                    .executeBlocking(() -> isOperator(authorization), false)
                    .onComplete(checked -> {
                        request.request().resume();
                        if (checked.succeeded() && checked.result()) {
                            request.next();
                        } else {
                            refuse(problems, request);
                        }
                    });
        };
    }

    private boolean isOperator(@Nullable String authorization) {
        return BasicUser.parse(authorization)
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
