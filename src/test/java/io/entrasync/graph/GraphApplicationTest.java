package io.entrasync.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.runtime.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GraphApplicationTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void aSecretIsFoundByItsHint() throws Exception {
        assertThat(end("abc", secret("xyz", "2027-01-01T00:00:00Z"), secret("abc", "2027-07-22T09:19:47.8601311Z")))
                .isEqualTo("2027-07-22T09:19:47.860131100Z");
        assertThat(end("abc", secret("xyz", "2027-01-01T00:00:00Z"))).isNull();
        assertThat(end("abc")).isNull();
        assertThat(end("abc", "{\"hint\":\"abc\",\"endDateTime\":null}")).isNull();
    }

    @Test
    void ofSeveralTheNextThatIsNotPastCounts() throws Exception {
        assertThat(end(
                        "abc",
                        secret("abc", "2028-01-01T00:00:00Z"),
                        secret("abc", "2026-01-01T00:00:00Z"),
                        secret("abc", "2027-01-01T00:00:00Z")))
                .isEqualTo("2027-01-01T00:00:00Z");
        assertThat(end("abc", secret("abc", "2025-01-01T00:00:00Z"), secret("abc", "2026-01-01T00:00:00Z")))
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void oneWithoutHintCountsOnlyWhereNoHintFits() throws Exception {
        String nameless = "{\"hint\":null,\"endDateTime\":\"2026-07-01T00:00:00Z\"}";
        assertThat(end("abc", nameless, secret("abc", "2027-01-01T00:00:00Z"))).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(end("abc", nameless, secret("xyz", "2027-01-01T00:00:00Z"))).isEqualTo("2026-07-01T00:00:00Z");
    }

    private static String secret(String hint, String end) {
        return "{\"keyId\":\"k\",\"secretText\":null,\"hint\":\"%s\",\"endDateTime\":\"%s\"}".formatted(hint, end);
    }

    private static String end(String hint, String... secrets) throws Exception {
        String text = "{\"id\":\"1\",\"passwordCredentials\":[" + String.join(",", secrets) + "]}";
        return Json.mapper()
                .readValue(text, GraphApplication.class)
                .endOf(hint, NOW)
                .map(Instant::toString)
                .orElse(null);
    }
}
