package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantUser;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan of a hundred thousand additions, as somebody pages through it. */
class LargeReviewTest {
    private static final int ADDITIONS = 100_000;

    private static ApiService service;
    private static String items;

    @BeforeAll
    static void plan() throws Exception {
        service = new ApiService(TestDatabase.POSTGRESQL);
        for (int i = 0; i < ADDITIONS; i++) {
            String id = String.format(Locale.ROOT, "person-%06d", i);
            service.sample().tenant().putUser(TenantUser.member(id, "Name of " + id, id + "@example.com"));
        }
        service.post("/api/domains", "{\"name\":\"example.net\"}");
        String run = service.post("/api/runs", "{\"mode\":\"REVIEW\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(() -> !service.read(run).path("status").asText().equals("RUNNING"));
        items = run + "/items";
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=0",
                "?page=1000",
                "?page=2000&size=50",
                "?page=199&size=500",
                "?category=ADD&objectType=USER&outcome=PENDING&page=1999",
                "?q=person-0999",
                "?q=name%20of%20person-05&page=100",
                "?q=nobody"
            })
    void anyPageComesAtOnce(String query) throws Exception {
        assertThat(service.read(items + query).path("total").asInt())
                .isGreaterThanOrEqualTo(query.contains("nobody") ? 0 : 100);
        // logging in, which every request does anew, is not the page's matter
        long login = best("/api/domains");
        assertThat(best(items + query) - login).as("milliseconds").isLessThan(200);
    }

    /** Milliseconds that the quickest of some requests took. */
    private static long best(String path) throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long begin = System.nanoTime();
            service.read(path);
            best = Math.min(best, (System.nanoTime() - begin) / 1_000_000);
        }
        return best;
    }

    @Test
    void theCountsAreRight() throws Exception {
        assertThat(service.read(items + "?category=ADD&objectType=USER")
                        .path("total")
                        .asInt())
                .isGreaterThan(ADDITIONS);
    }
}
