package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.run.Schedule;
import io.entrasync.settings.Origin;
import io.entrasync.store.SettingStore;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiSettingsTest {
    private static final String SETTINGS = "/api/settings";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everySettingIsShownAsWhatItIs(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database, Map.of("filter.exclude", "department=Sales"))) {
            JsonNode settings = service.read(SETTINGS);
            assertThat(settings.at("/what.active-users/value").isBoolean()).isTrue();
            assertThat(settings.at("/safeguard.max-removals/value").isInt()).isTrue();
            assertThat(settings.at("/when.frequency/value").asText()).isEqualTo("never");
            assertThat(settings.at("/tech-contact-grace/value").asText()).isEqualTo("7d");
            assertThat(settings.at("/filter.exclude/value/0").asText()).isEqualTo("department=Sales");
            assertThat(settings.at("/filter.include/value").isArray()).isTrue();
            assertThat(settings.at("/tech-contact/value").isNull()).isTrue();
            assertThat(settings.at("/console.password/value").toString()).isEqualTo("{\"set\":true}");
            assertThat(settings.at("/entra.client-secret/value").toString()).isEqualTo("{\"set\":false}");
            assertThat(settings.toString()).doesNotContain("correct horse");
            for (JsonNode setting : settings) {
                assertThat(setting.path("origin").asText()).isEqualTo("CONFIGURATION");
                assertThat(setting.has("changedBy") && setting.path("changedBy").isNull())
                        .isTrue();
            }
            assertThat(settings.at("/db.url/writable").asBoolean()).isFalse();
            assertThat(settings.at("/report.at/writable").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aChangeCountsAtOnceOnEachNodeUntilItIsReset(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database);
                ApiService other = new ApiService(database, service.database())) {
            assertThat(service.bean(Schedule.class).isDue()).isFalse();
            assertThat(other.bean(Schedule.class).isDue()).isFalse();
            JsonNode changed =
                    changed(service, "?reason=more%20often", "{\"when.frequency\":\"1h\",\"ignored-domains\":[]}");
            assertThat(changed.at("/when.frequency/value").asText()).isEqualTo("1h");
            assertThat(changed.at("/when.frequency/origin").asText()).isEqualTo("CONSOLE");
            assertThat(changed.at("/when.frequency/changedBy").asText()).isEqualTo("operator");
            assertThat(changed.at("/when.frequency/changedAt").asText()).endsWith("Z");
            assertThat(changed.at("/when.frequency/reason").asText()).isEqualTo("more often");
            assertThat(changed.at("/ignored-domains/value").toString()).isEqualTo("[]");
            assertThat(service.bean(Schedule.class).isDue()).isTrue();
            Awaitility.await().until(() -> other.bean(Schedule.class).isDue());
            assertThat(other.read(SETTINGS).path("when.frequency")).isEqualTo(changed.path("when.frequency"));

            assertThat(other.delete(SETTINGS + "/when.frequency").statusCode()).isEqualTo(204);
            assertThat(other.delete(SETTINGS + "/when.frequency").statusCode()).isEqualTo(204);
            assertThat(service.read(SETTINGS).at("/when.frequency/value").asText())
                    .isEqualTo("never");
            assertThat(service.read(SETTINGS).at("/when.frequency/origin").asText())
                    .isEqualTo("CONFIGURATION");
            assertThat(audit(service, "when.frequency"))
                    .containsExactly(
                            "SETTING_CHANGED operator never → 1h (more often)", "SETTING_RESET operator 1h → never");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsNotAllowedChangesNothing(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            JsonNode before = service.read(SETTINGS);
            refused(service, 422, "when.frequency", "\"2h\"", "2h", "1h, 3h, 6h, 12h, 24h, never");
            refused(service, 422, "safeguard.max-removal-percent", "101", "101", "from 0 to 100");
            refused(service, 422, "safeguard.max-removals", "1.5", "1.5");
            refused(service, 422, "what.active-users", "\"perhaps\"", "perhaps", "true or false");
            refused(service, 422, "what.active-users", "1", "true or false");
            refused(service, 422, "what.active-users", "null", "DELETE");
            refused(service, 422, "what.active-users", "{}", "true or false");
            refused(service, 422, "entra.client-id", "true", "true");
            refused(service, 422, "tech-contact", "\"nobody\"", "nobody", "mail address");
            refused(service, 422, "tech-contact", "\"\"", "mail address");
            refused(service, 422, "filter.exclude", "[\"shoeSize=44\"]", "shoeSize=44", "department");
            refused(service, 422, "filter.include-groups", "[\"a,b\"]", "a,b");
            refused(service, 422, "report.zone", "\"Europe/Nowhere\"", "Europe/Nowhere");
            refused(service, 422, "db.url", "\"jdbc:hsqldb:mem:x\"", "what.active-users");
            refused(service, 400, "what.active-user", "true", "what.active-users");
            ApiAcceptance.refused(service.put(SETTINGS, "[]"), 400, "INVALID_REQUEST");
            ApiAcceptance.refused(service.put(SETTINGS, ""), 400, "INVALID_REQUEST");
            ApiAcceptance.refused(service.delete(SETTINGS + "/what.active-user"), 404, "NOT_FOUND");
            ApiAcceptance.refused(service.delete(SETTINGS + "/db.url"), 404, "NOT_FOUND");
            assertThat(service.read(SETTINGS)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aStoredValueThatIsWrongDoesNotCountAndStopsNothing(TestDatabase database) throws Exception {
        try (ApiService first = new ApiService(database)) {
            first.put(SETTINGS, "{\"when.frequency\":\"6h\",\"what.security-groups\":false}");
            first.execute(
                    "update setting_override set setting_value = 'sometimes' where setting_key = 'when.frequency'");
            try (ApiService later = new ApiService(database, first.database())) {
                JsonNode settings = later.read(SETTINGS);
                assertThat(settings.at("/when.frequency/value").asText()).isEqualTo("never");
                assertThat(settings.at("/when.frequency/problem").asText()).contains("sometimes", "12h");
                assertThat(settings.at("/what.security-groups/value").asBoolean())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatTheProductSetsItselfFallsWhenAnotherValueIsConfigured(TestDatabase database) throws Exception {
        try (ApiService first = new ApiService(database, Map.of("when.frequency", "6h"))) {
            first.bean(SettingStore.class)
                    .change(Map.of("when.frequency", "never"), Origin.SYSTEM, "SYSTEM", "nobody gets the summary");
            assertThat(first.read(SETTINGS).at("/when.frequency").toString())
                    .contains("\"never\"", "\"SYSTEM\"", "nobody gets the summary");
            Map<String, String> other = new HashMap<>(first.database());
            other.put("when.frequency", "12h");
            try (ApiService later = new ApiService(database, other)) {
                JsonNode frequency = later.read(SETTINGS).at("/when.frequency");
                assertThat(frequency.path("value").asText()).isEqualTo("12h");
                assertThat(frequency.path("origin").asText()).isEqualTo("CONFIGURATION");
            }
            assertThat(audit(first, "when.frequency"))
                    .last()
                    .isEqualTo("SETTING_RESET SYSTEM never → 12h (another value is configured)");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aChangeOfTheConnectionTurnsItGrey(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.post("/api/connection/check", "");
            assertThat(service.read("/api/connection").path("status").asText()).isEqualTo("GREEN");
            changed(service, "", "{\"when.frequency\":\"never\"}");
            assertThat(service.read("/api/connection").path("status").asText()).isEqualTo("GREEN");
            changed(
                    service,
                    "",
                    "{\"entra.primary-domain\":\"other.example\",\"entra.secret-expires-on\":\"2031-05-06\"}");
            assertThat(service.read("/api/connection").path("status").asText()).isEqualTo("GREY");
            assertThat(service.read("/api/connection").path("secretExpiresOn").asText())
                    .isEqualTo("2031-05-06");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPlanIsNotApprovedUnderOtherSettings(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            // what a run has of its own is no change of the settings
            JsonNode plan = service.run("{\"mode\":\"REVIEW\",\"what\":{\"microsoft365Groups\":true}}");
            assertThat(plan.path("status").asText()).isEqualTo("AWAITING_REVIEW");
            String apply = "/api/runs/" + plan.path("id").asText() + "/apply";
            String approval = "{\"planHash\":\"" + plan.path("planHash").asText() + "\"}";
            changed(service, "", "{\"what.dynamic-groups\":true,\"when.frequency\":\"24h\"}");
            HttpResponse<String> refused = service.post(apply, approval);
            ApiAcceptance.refused(refused, 409, "SETTINGS_CHANGED");
            assertThat(ApiService.json(refused).path("detail").asText())
                    .contains("what.dynamic-groups = false, now true")
                    .doesNotContain("when.frequency");
            service.delete(SETTINGS + "/what.dynamic-groups");
            assertThat(service.post(apply, approval).statusCode()).isEqualTo(202);
            JsonNode done = service.ended("/api/runs/" + plan.path("id").asText());
            assertThat(done.path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(service.read("/api/groups?q=project.aurora")
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    static JsonNode changed(ApiService service, String query, String body) throws Exception {
        HttpResponse<String> answer = service.put(SETTINGS + query, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiService.json(answer);
    }

    private static void refused(ApiService service, int status, String key, String value, String... named)
            throws Exception {
        String body = "{\"new-user-role\":\"silent-user\",\"%s\":%s}".formatted(key, value);
        HttpResponse<String> answer = service.put(SETTINGS, body);
        ApiAcceptance.refused(answer, status, status == 400 ? "INVALID_REQUEST" : "INVALID_VALUE");
        assertThat(ApiService.json(answer).path("detail").asText())
                .contains(key)
                .contains(named);
    }

    private static java.util.List<String> audit(ApiService service, String key) {
        return service.rows("select action, actor, detail from audit_event where subject = '" + key + "' order by id");
    }
}
