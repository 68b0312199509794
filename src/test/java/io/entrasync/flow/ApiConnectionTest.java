package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.fake.RequestMatch;
import java.time.Instant;
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
    void aConnectionThatIsNotConfiguredSaysSo(TestDatabase database) throws Exception {
        Map<String, String> settings = Map.of("entra.credential", "client-secret");
        try (ApiService service = new ApiService(database, settings)) {
            JsonNode failed = ApiService.json(service.post("/api/connection/check", ""));
            assertThat(failed.at("/problem/code").asText()).isEqualTo("NOT_CONFIGURED");
            assertThat(failed.at("/problem/remedy").asText()).isNotEmpty();
        }
    }
}
