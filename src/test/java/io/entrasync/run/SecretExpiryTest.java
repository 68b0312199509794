package io.entrasync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretExpiryTest {
    @Test
    void daysAreCountedFromTodayInUtc() {
        assertThat(expiry(Map.of("entra.secret-expires-on", "2031-05-06"), "2031-05-04T23:59:59Z")
                        .daysLeft())
                .isEqualTo(2);
        assertThat(expiry(Map.of("entra.secret-expires-on", "2031-05-06"), "2031-05-06T23:59:59Z")
                        .daysLeft())
                .isZero();
        assertThat(expiry(Map.of("entra.secret-expires-on", "2031-05-06"), "2031-05-07T00:00:00Z")
                        .daysLeft())
                .isEqualTo(-1);
    }

    @Test
    void whatIsNotConfiguredIsNotKnown() {
        for (String credential : new String[] {"auto", "client-secret", "certificate", "managed-identity", "none"}) {
            SecretExpiry unknown = expiry(Map.of("entra.credential", credential), "2031-05-04T00:00:00Z");
            assertThat(unknown.date()).as(credential).isNull();
            assertThat(unknown.daysLeft()).as(credential).isNull();
            Map<String, String> configured =
                    Map.of("entra.credential", credential, "entra.secret-expires-on", "2031-05-06");
            assertThat(expiry(configured, "2031-05-04T00:00:00Z").date()).isEqualTo(LocalDate.of(2031, 5, 6));
        }
    }

    private static SecretExpiry expiry(Map<String, String> configured, String now) {
        Settings settings = Settings.read(configured::get);
        return new SecretExpiry(settings::entra, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
