package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.RequestMatch;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Explaining over HTTP. */
class ApiExplainTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anySubjectIsExplained(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            JsonNode before = service.read("/api/explain?subject=" + SampleTenant.userId(2));
            assertThat(before.path("wouldDo").asText()).isEqualTo("ADD");
            assertThat(before.path("found").asBoolean()).isTrue();
            assertThat(before.path("steps").findValuesAsText("step"))
                    .containsExactly("IMPORT", "SCOPE", "MATCH", "DECISION");
            assertThat(before.at("/steps/1/result").asText()).isEqualTo("IN_SCOPE");
            assertThat(before.at("/steps/1/rules").findValuesAsText("outcome")).containsOnly("passed");
            service.sync();
            JsonNode after = service.read(
                    "/api/explain?subject=" + SampleTenant.userId(2).toUpperCase());
            assertThat(after.path("wouldDo").asText()).isEqualTo("NONE");
            assertThat(after.at("/steps/2/result").asText()).isEqualTo("ACCOUNT");
            JsonNode exempt = service.read("/api/explain?subject=" + SampleTenant.EXEMPT_ADDRESS);
            assertThat(exempt.at("/steps/1/result").asText()).isEqualTo("EXEMPT");
            assertThat(exempt.path("reason").asText()).startsWith("EXEMPT");
            JsonNode unknown = service.read("/api/explain?subject=no-one%2Bat-all@example.com");
            assertThat(unknown.path("found").asBoolean()).isFalse();
            assertThat(unknown.path("wouldDo").asText()).isEqualTo("NONE");
            assertThat(unknown.at("/steps/0/rules").findValuesAsText("outcome"))
                    .containsOnly("not found")
                    .hasSize(7);
            assertThat(service.read("/api/explain?subject=00000000-0000-0000-0000-000000000000")
                            .path("found")
                            .asBoolean())
                    .isFalse();
            JsonNode group = service.read("/api/explain?subject=" + SampleTenant.groupId(1));
            assertThat(group.at("/steps/0/result").asText()).isEqualTo("GROUP");
            assertThat(group.path("wouldDo").asText()).isEqualTo("NONE");
        }
    }

    @Test
    void whatIsNoSubjectIsRefusedAndGraphsTroubleIsTold() throws Exception {
        try (ApiService service = new ApiService(TestDatabase.HSQLDB)) {
            for (String subject : List.of("", "?subject=", "?subject=%20", "?subject=nonsense", "?subject=a@")) {
                ApiAcceptance.refused(service.get("/api/explain" + subject), 400, "INVALID_REQUEST");
            }
            String path = "/api/explain?subject=" + SampleTenant.userId(1);
            service.graph().when(RequestMatch.anyRequest()).answer(403, "Authorization_RequestDenied");
            ApiAcceptance.refused(service.get(path), 502, "PERMISSION_MISSING");
            service.graph().clearFaults();
            service.graph().when(RequestMatch.anyRequest()).answer(503, "serviceNotAvailable");
            ApiAcceptance.refused(service.get(path), 503, "READ_INCOMPLETE");
            service.graph().clearFaults();
            service.graph().close();
            HttpResponse<String> dead = service.get(path);
            ApiAcceptance.refused(dead, 503, "READ_INCOMPLETE");
        }
    }
}
