package io.entrasync.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final Now now = new Now();
    private final LoginThrottle throttle = new LoginThrottle(now);

    @Test
    void someMistakesAreFreeThenEachWaitsTwiceAsLong() {
        fail("a", 4);
        assertThat(throttle.wait("a")).isZero();
        fail("a", 1);
        assertThat(throttle.wait("a")).hasSeconds(1);
        now.pass(Duration.ofSeconds(1));
        assertThat(throttle.wait("a")).isZero();
        fail("a", 1);
        assertThat(throttle.wait("a")).hasSeconds(2);
        fail("a", 30);
        assertThat(throttle.wait("a")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void nobodyWaitsForTheMistakesOfOthers() {
        fail("a", 50);
        assertThat(throttle.wait("b")).isZero();
    }

    @Test
    void theRightPasswordAndTimeMakeMistakesForgotten() {
        fail("a", 6);
        throttle.succeeded("a");
        assertThat(throttle.wait("a")).isZero();
        fail("a", 6);
        now.pass(Duration.ofMinutes(31));
        fail("a", 1);
        assertThat(throttle.wait("a")).isZero();
    }

    private void fail(String client, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(client);
        }
    }

    private static final class Now extends Clock {
        private Instant instant = Instant.EPOCH;

        void pass(Duration time) {
            instant = instant.plus(time);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
