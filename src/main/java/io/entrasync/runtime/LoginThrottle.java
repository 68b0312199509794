package io.entrasync.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses passwords: after a few wrong ones each further try has to wait, twice as long every time.
 * Clients are counted apart, so that nobody can lock out anybody else.
 */
public final class LoginThrottle {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);
    /** So that many made-up addresses cannot fill the memory. */
    private static final int MOST = 10_000;

    private record Failures(int count, Instant last) {
        private Instant next() {
            int doublings = Math.min(count - FREE, 20);
            Duration wait = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
            return last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }
    }

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long a client has to wait before it may try again; zero if it may now. */
    public synchronized Duration wait(String client) {
        Failures known = failures.get(client);
        if (known == null) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(clock.instant(), known.next());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    public synchronized void failed(String client) {
        Instant now = clock.instant();
        Failures known = failures.get(client);
        int before = known == null || known.last().plus(FORGOTTEN).isBefore(now) ? 0 : known.count();
        failures.put(client, new Failures(before + 1, now));
    }

    public synchronized void succeeded(String client) {
        failures.remove(client);
    }
}
