package io.entrasync.runtime.karaf;

import io.entrasync.api.ApiCode;
import io.entrasync.runtime.LoginThrottle;
import io.entrasync.runtime.karaf.BasicUser.Credentials;
import io.entrasync.store.LoginStore;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets requests on that the local operator makes, by HTTP Basic, with a limit on guessing. */
final class BasicLogin {
    private final Credentials operator;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final LoginStore logins;

    /** @param delay how long there is no use in trying again; zero if the password was compared */
    private record Verdict(boolean accepted, Duration delay) {
        static final Verdict REFUSED = new Verdict(false, Duration.ZERO);
        static final Verdict ACCEPTED = new Verdict(true, Duration.ZERO);
    }

    /** @param operator with the password's hash */
    BasicLogin(Credentials operator, PasswordEncoder encoder, LoginThrottle throttle, LoginStore logins) {
        this.operator = operator;
        this.encoder = encoder;
        this.throttle = throttle;
        this.logins = logins;
    }

    Handler<RoutingContext> handler(Problems problems) {
        return request -> {
            // comparing with a hash takes long, and the body must not be lost meanwhile
            request.request().pause();
            request.vertx().executeBlocking(() -> judge(request), false).onComplete(judged -> {
                request.request().resume();
                Verdict verdict = judged.succeeded() ? judged.result() : Verdict.REFUSED;
                if (verdict.accepted()) {
                    request.next();
                } else {
                    refuse(problems, request, verdict.delay());
                }
            });
        };
    }

    /** Whether the operator's name and password came with the request; takes long. */
    boolean isOperator(RoutingContext request) {
        return judge(request).accepted();
    }

    private Verdict judge(RoutingContext request) {
        Optional<Credentials> login = BasicUser.parse(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (login.isEmpty()) {
            return Verdict.REFUSED;
        }
        String client = request.request().remoteAddress().host();
        Duration wait = throttle.wait(client);
        if (!wait.isZero()) {
            return new Verdict(false, wait);
        }
        if (isRight(login.get())) {
            throttle.succeeded(client);
            return Verdict.ACCEPTED;
        }
        throttle.failed(client);
        logins.refused(client);
        return Verdict.REFUSED;
    }

    /** The password is compared in any case: how long it takes tells nothing about names. */
    private boolean isRight(Credentials login) {
        boolean password = encoder.matches(login.password(), operator.password());
        return password && login.username().equals(operator.username());
    }

    private static void refuse(Problems problems, RoutingContext request, Duration wait) {
        if (wait.isZero()) {
            request.response().putHeader("WWW-Authenticate", "Basic realm=\"entra-sync\", charset=\"UTF-8\"");
            problems.send(request, ApiCode.UNAUTHORIZED, "User name and password are missing or wrong.");
        } else {
            long seconds = wait.plusMillis(999).toSeconds();
            request.response().putHeader("Retry-After", String.valueOf(seconds));
            problems.send(request, ApiCode.TOO_MANY_LOGINS, "Wait for %d s.".formatted(seconds));
        }
    }
}
