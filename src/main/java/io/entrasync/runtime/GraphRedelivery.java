package io.entrasync.runtime;

import io.entrasync.connection.SignInException;
import io.entrasync.graph.GraphUnauthorizedException;
import io.entrasync.graph.GraphUnavailableException;
import io.entrasync.run.Authorization;
import io.entrasync.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;

/**
 * Decides whether a request to Graph, or signing in for it, is worth another try, and when: as {@code Retry-After} says, else after a time
 * that doubles, with jitter, so that many clients do not come back at once.
 */
public final class GraphRedelivery {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Settings.Graph settings;
    private final Authorization authorization;

    GraphRedelivery(Settings.Graph settings, Authorization authorization) {
        this.settings = settings;
        this.authorization = authorization;
    }

    /**
     * Asked by the error handler before each redelivery; sets its delay. Only a request is repeated: a failure without
     * a new one behind it, somewhere else on the way, is final.
     */
    public boolean again(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        int attempts = exchange.getProperty("attempts", 0, Integer.class);
        if (failure instanceof GraphUnauthorizedException) {
            if (exchange.getProperty("renewed", false, Boolean.class)) {
                return false;
            }
            exchange.setProperty("renewed", true);
            authorization.refused(exchange.getProperty("authorization", String.class));
            delay(exchange, Duration.ZERO);
            return true;
        }
        boolean requested = attempts > exchange.getProperty("redelivered", 0, Integer.class);
        if (!isPassing(failure) || !requested || attempts >= settings.maxAttempts()) {
            return false;
        }
        exchange.setProperty("redelivered", attempts);
        Duration asked = failure instanceof GraphUnavailableException unavailable ? unavailable.retryAfter() : null;
        delay(exchange, asked == null ? backOff(attempts) : asked);
        return true;
    }

    private static boolean isPassing(Exception failure) {
        return failure instanceof GraphUnavailableException
                || failure instanceof IOException
                || (failure instanceof SignInException refusal && refusal.retryable());
    }

    private static void delay(Exchange exchange, Duration delay) {
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, delay.toMillis());
    }

    private static Duration backOff(int attempts) {
        long doubled = FIRST_WAIT.toMillis() << Math.min(attempts - 1, 10);
        long capped = Math.min(doubled, LONGEST_WAIT.toMillis());
        return Duration.ofMillis(capped / 2 + ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }
}
