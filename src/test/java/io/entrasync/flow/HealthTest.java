package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.fake.RequestMatch;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What monitoring sees, from outside. */
class HealthTest {
    private static final String HEALTH = "/actuator/health";
    private static final String PAST = "timestamp '2020-01-01 00:00:00'";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void thePartsTellHowTheSyncFaresAndTheNodeStaysInService(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database, Map.of("entra.secret-expires-on", "2020-03-31"))) {
            service.sync();
            assertParts(service, "UP", "UNKNOWN", "DOWN");
            assertThat(detail(service, "secret").path("expiresOn").asText()).isEqualTo("2020-03-31");
            assertThat(detail(service, "secret").path("daysLeft").asInt()).isNegative();
            assertThat(detail(service, "connection").path("status").asText()).isEqualTo("GREEN");

            service.graph().when(RequestMatch.anyRequest()).answer(503);
            service.post("/api/connection/check", "");
            service.put("/api/settings", "{\"when.frequency\":\"24h\"}");
            assertParts(service, "DOWN", "UP", "DOWN");
            assertThat(detail(service, "staleness").path("interval").asText()).isEqualTo("PT24H");
            service.execute("update sync_run set started_at = " + PAST + ", finished_at = " + PAST);
            assertParts(service, "DOWN", "DOWN", "DOWN");
            assertThat(detail(service, "connection").path("problem").asText()).isEqualTo("READ_INCOMPLETE");
            assertThat(detail(service, "staleness").path("staleSince").asText()).startsWith("2020-01-0");
            assertInService(service);
            assertThat(service.get(HEALTH + "/staleness").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void whatNobodyTriedOrConfiguredIsNotKnown() throws Exception {
        try (ApiService service = new ApiService(TestDatabase.HSQLDB)) {
            assertParts(service, "UNKNOWN", "UNKNOWN", "UNKNOWN");
            assertInService(service);
        }
    }

    @Test
    void detailsAreForThoseWhoAreLoggedIn() throws Exception {
        try (ApiService service =
                new ApiService(TestDatabase.HSQLDB, Map.of("entra.secret-expires-on", "2099-03-31"))) {
            String stranger = service.send(service.anonymous(HEALTH)).body();
            assertThat(stranger).contains("\"secret\"", "\"UP\"").doesNotContain("details", "2099");
            assertThat(service.get(HEALTH).body()).contains("details", "2099-03-31");
            List<String> names = new ArrayList<>();
            service.read(HEALTH).path("components").fieldNames().forEachRemaining(names::add);
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "camel", "connection", "db", "livenessState", "readinessState", "secret", "staleness");
        }
    }

    @Test
    void aDeadDatabaseTakesTheNodeOutAndDoesNotKillIt() throws Exception {
        try (ApiService service = new ApiService(TestDatabase.HSQLDB)) {
            service.loseDatabase();
            assertThat(service.get(HEALTH + "/readiness").statusCode()).isEqualTo(503);
            assertThat(service.get(HEALTH).statusCode()).isEqualTo(503);
            JsonNode health = ApiService.json(service.get(HEALTH));
            assertThat(health.at("/components/db/status").asText()).isEqualTo("DOWN");
            assertThat(health.at("/components/staleness/status").asText()).isEqualTo("UNKNOWN");
            assertThat(service.get(HEALTH + "/liveness").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void metricsAreReadFromTheDirectory(TestDatabase database) throws Exception {
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        try (ApiService service = new ApiService(database, Map.of("entra.secret-expires-on", end.toString()))) {
            assertThat(metric(service, "entrasync_last_success_age_seconds")).isNaN();
            service.sync();
            service.execute("update sync_run set held = 7");
            assertThat(metric(service, "entrasync_secret_days_left")).isBetween(39.0, 40.0);
            assertThat(metric(service, "entrasync_last_success_age_seconds")).isBetween(0.0, 60.0);
            assertThat(metric(service, "entrasync_held_items")).isEqualTo(7);
            assertThat(metric(service, "entrasync_runs{status=\"SUCCEEDED\"}")).isEqualTo(1);
            assertThat(metric(service, "entrasync_runs{status=\"FAILED\"}")).isZero();
        }
    }

    private static void assertParts(ApiService service, String connection, String staleness, String secret)
            throws Exception {
        JsonNode parts = service.read(HEALTH).path("components");
        assertThat(parts.at("/connection/status").asText()).isEqualTo(connection);
        assertThat(parts.at("/staleness/status").asText()).isEqualTo(staleness);
        assertThat(parts.at("/secret/status").asText()).isEqualTo(secret);
    }

    private static void assertInService(ApiService service) throws Exception {
        for (String path : List.of(HEALTH, HEALTH + "/liveness", HEALTH + "/readiness")) {
            HttpResponse<String> answer = service.send(service.anonymous(path));
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            assertThat(ApiService.json(answer).path("status").asText()).isEqualTo("UP");
        }
    }

    private static JsonNode detail(ApiService service, String part) throws Exception {
        return service.read(HEALTH).at("/components/" + part + "/details");
    }

    private static double metric(ApiService service, String name) throws Exception {
        return service.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
