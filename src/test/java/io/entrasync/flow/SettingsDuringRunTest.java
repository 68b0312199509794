package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.fake.TokenServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsDuringRunTest {
    private static final List<String> ROLES = List.of("User.Read.All", "GroupMember.Read.All");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunGoesByTheSettingsItBeganWith(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            String run = started(service, "{\"mode\":\"REVIEW\"}");
            ApiSettingsTest.changed(
                    service,
                    "",
                    "{\"what.active-users\":false,\"what.microsoft-365-groups\":true,\"new-user-role\":\"silent-user\","
                            + "\"filter.exclude-groups\":[\"Sales\"]}");
            JsonNode plan = service.ended(run);
            assertThat(plan.path("status").asText()).as(plan.toString()).isEqualTo("AWAITING_REVIEW");
            assertThat(plan.at("/counts/planned/ADD/users").asInt()).isGreaterThan(20);
            assertThat(plan.at("/counts/skipped/NOT_SELECTED").asInt()).isEqualTo(3);
            assertThat(plan.at("/counts/skipped/FILTERED").asInt()).isZero();
            assertThat(service.read(run + "/items?size=500").toString())
                    .contains("END_USER")
                    .doesNotContain("SILENT_USER");
            HttpResponse<String> refused = service.post(
                    run + "/apply", "{\"planHash\":\"" + plan.path("planHash").asText() + "\"}");
            ApiAcceptance.refused(refused, 409, "SETTINGS_CHANGED");
            assertThat(ApiService.json(refused).path("detail").asText())
                    .contains("filter.exclude-groups = not set, now Sales", "what.active-users = true, now false");
            JsonNode next = service.run("{\"mode\":\"REVIEW\"}");
            assertThat(next.at("/counts/planned/ADD/users").asInt()).isZero();
            assertThat(next.at("/counts/skipped/FILTERED").asInt()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatWasReadFromTwoTenantsIsNoImage(TestDatabase database) throws Exception {
        try (TokenServer tokens = TokenServer.start().accept("client", "secret", "tenant-1", ROLES);
                ApiService service = new ApiService(
                        database,
                        Map.of(
                                "entra.credential", "client-secret",
                                "entra.primary-domain", "example.com",
                                "entra.client-id", "client",
                                "entra.client-secret", "secret",
                                "entra.authority-host", tokens.authorityHost(),
                                "entra.disable-instance-discovery", "true"))) {
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            String run = started(service, "{\"mode\":\"APPLY\"}");
            tokens.accept("client", "secret", "tenant-2", ROLES);
            ApiSettingsTest.changed(service, "", "{\"entra.primary-domain\":\"other.example\"}");
            JsonNode failed = service.ended(run);
            assertThat(failed.at("/problem/code").asText())
                    .as(failed.toString())
                    .isEqualTo("READ_INCOMPLETE");
            assertThat(failed.at("/problem/detail").asText()).contains("tenant-1", "tenant-2");
            assertThat(service.read("/api/accounts").path("total").asInt()).isZero();
        }
    }

    /** A run that is under way. */
    private static String started(ApiService service, String body) throws Exception {
        service.graph().latency(Duration.ofMillis(700));
        HttpResponse<String> started = service.post("/api/runs", body);
        Awaitility.await().until(() -> !service.graph().requests().isEmpty());
        return started.headers().firstValue("Location").orElseThrow();
    }
}
