package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.TenantApplication;
import io.entrasync.fake.RequestMatch;
import io.entrasync.fake.TokenServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiConnectionTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aCheckTurnsTheConnectionGreenAndAFailedOneGrey(TestDatabase database) throws Exception {
        Map<String, String> settings = Map.of("entra.secret-expires-on", "2031-05-06");
        try (ApiService service = new ApiService(database, settings)) {
            JsonNode before = service.read("/api/connection");
            assertThat(before.path("status").asText()).isEqualTo("GREY");
            assertThat(before.has("problem") && before.path("problem").isNull()).isTrue();
            assertThat(before.path("secretExpiresOn").asText()).isEqualTo("2031-05-06");
            assertThat(before.path("permissions").findValuesAsText("name"))
                    .contains("User.Read.All", "GroupMember.Read.All");

            JsonNode checked = ApiService.json(service.post("/api/connection/check", ""));
            assertThat(checked.path("status").asText()).as(checked.toString()).isEqualTo("GREEN");
            assertThat(Instant.parse(checked.path("lastManualSuccessAt").asText()))
                    .isEqualTo(Instant.parse(checked.path("lastSuccessAt").asText()));
            assertThat(service.graph().requests()).hasSize(1);

            service.graph().when(RequestMatch.anyRequest()).answer(503);
            JsonNode failed = ApiService.json(service.post("/api/connection/check", ""));
            assertThat(failed.path("status").asText()).isEqualTo("GREY");
            assertThat(failed.at("/problem/code").asText()).isEqualTo("READ_INCOMPLETE");
            assertThat(failed.path("lastSuccessAt")).isEqualTo(checked.path("lastSuccessAt"));
            assertThat(service.read("/api/connection")).isEqualTo(failed);
            assertThat(service.read("/api/runs").path("total").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rebindingIsRefusedWhileARunWorksAndElseForgetsTheTenant(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            service.graph().latency(Duration.ofMillis(300));
            String run = service.post("/api/runs", "{\"mode\":\"REVIEW\"}")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            ApiAcceptance.refused(service.post("/api/connection/rebind", ""), 409, "RUN_IN_PROGRESS");
            service.graph().clearFaults();
            service.ended(run);

            HttpResponse<String> rebound = service.post("/api/connection/rebind", "");
            assertThat(rebound.statusCode()).as(rebound.body()).isEqualTo(200);
            assertThat(ApiService.json(rebound)).isEqualTo(service.read("/api/connection"));
            assertThat(ApiService.json(rebound).path("status").asText()).isEqualTo("GREY");
            assertThat(ApiService.json(rebound).path("tenantId").isNull()).isTrue();
            for (JsonNode account : service.read("/api/accounts?size=500").path("items")) {
                assertThat(account.path("entraId").isNull()).isTrue();
            }
            JsonNode first = service.run("{\"mode\":\"APPLY\"}");
            assertThat(first.path("status").asText()).isEqualTo("AWAITING_REVIEW");
            assertThat(first.at("/counts/planned/DELETE/users").asInt()).isZero();
            assertThat(first.at("/counts/planned/ADD/users").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void eachPermissionIsNamedWithWhatIsLostWithoutIt(TestDatabase database) throws Exception {
        try (TokenServer tokens = TokenServer.start()
                        .accept("client", "secret", "tenant-1", List.of("Directory.Read.All", "Member.Read.Hidden"));
                ApiService service = new ApiService(
                        database,
                        Map.of(
                                "entra.credential", "client-secret",
                                "entra.primary-domain", "example.com",
                                "entra.client-id", "client",
                                "entra.client-secret", "secret",
                                "entra.authority-host", tokens.authorityHost(),
                                "entra.disable-instance-discovery", "true"))) {
            JsonNode checked = ApiService.json(service.post("/api/connection/check", ""));
            List<String> permissions = new ArrayList<>();
            checked.path("permissions").forEach(permission -> {
                assertThat(permission.path("neededFor").asText()).isNotEmpty();
                permissions.add(permission.path("name").asText() + " "
                        + permission.path("granted").asText() + " "
                        + permission.path("required").asText());
            });
            assertThat(permissions)
                    .contains(
                            "User.Read.All true true",
                            "GroupMember.Read.All true true",
                            "Domain.Read.All true false",
                            "Application.Read.All false false",
                            "MailboxSettings.Read false false",
                            "Member.Read.Hidden true false");
            assertThat(checked.path("status").asText()).isEqualTo("GREEN");

            tokens.accept("client", "secret", "tenant-1", List.of("User.Read.All"));
            JsonNode missing = ApiService.json(service.post("/api/connection/check", ""));
            assertThat(missing.at("/problem/code").asText()).isEqualTo("PERMISSION_MISSING");
            assertThat(missing.at("/problem/detail").asText()).contains("GroupMember.Read.All");
            assertThat(missing.path("status").asText()).isEqualTo("GREY");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aCheckLearnsFromGraphWhenTheSecretEnds(TestDatabase database) throws Exception {
        List<String> roles = List.of("Directory.Read.All", "Application.Read.All");
        try (TokenServer tokens = TokenServer.start().accept("client", "secret", "tenant-1", roles);
                ApiService service = new ApiService(
                        database,
                        Map.of(
                                "entra.credential", "client-secret",
                                "entra.primary-domain", "example.com",
                                "entra.client-id", "client",
                                "entra.client-secret", "secret",
                                "entra.authority-host", tokens.authorityHost(),
                                "entra.disable-instance-discovery", "true"))) {
            JsonNode unknown = ApiService.json(service.post("/api/connection/check", ""));
            assertThat(unknown.path("status").asText()).isEqualTo("GREEN");
            assertThat(unknown.path("secretExpiresOn").isNull()).isTrue();
            service.sample()
                    .tenant()
                    .setApplication(new TenantApplication(
                            "app-1",
                            "client",
                            "Sync",
                            List.of(new TenantApplication.Secret(
                                    "key-1", "sec", Instant.parse("2031-05-06T09:19:47.8601311Z")))));
            JsonNode known = ApiService.json(service.post("/api/connection/check", ""));
            assertThat(known.path("status").asText()).isEqualTo("GREEN");
            assertThat(known.path("secretExpiresOn").asText()).isEqualTo("2031-05-06");
            assertThat(service.read("/api/connection")).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aConnectionThatIsNotConfiguredSaysSo(TestDatabase database) throws Exception {
        Map<String, String> settings = Map.of("entra.credential", "client-secret");
        try (ApiService service = new ApiService(database, settings)) {
            JsonNode failed = ApiService.json(service.post("/api/connection/check", ""));
            assertThat(failed.at("/problem/code").asText()).isEqualTo("NOT_CONFIGURED");
            assertThat(failed.at("/problem/remedy").asText()).isNotEmpty();
        }
    }
}
