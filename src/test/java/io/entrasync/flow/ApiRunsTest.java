package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiRunsTest {
    private static final String APPLY = "{\"mode\":\"APPLY\"}";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aManualRunNeedsItsDomainsAndThenSucceeds(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            JsonNode refused = service.run(APPLY);
            assertThat(refused.path("status").asText()).isEqualTo("FAILED");
            assertThat(refused.at("/problem/code").asText()).isEqualTo("UNREGISTERED_DOMAINS");
            List<String> names = refused.at("/problem/domains").findValuesAsText("name");
            assertThat(names).contains("example.net");
            for (String name : names) {
                assertThat(service.post("/api/domains", "{\"name\":\"" + name + "\"}")
                                .statusCode())
                        .isEqualTo(201);
            }
            JsonNode run = service.run(APPLY);
            assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
            assertThat(run.path("trigger").asText()).isEqualTo("MANUAL");
            assertThat(run.path("requestedBy").asText()).isEqualTo("operator");
            assertThat(Instant.parse(run.path("startedAt").asText()))
                    .isBefore(Instant.parse(run.path("finishedAt").asText()));
            assertThat(run.at("/undoOf").isNull()).isTrue();
            JsonNode runs = service.read("/api/runs?size=1");
            assertThat(runs.path("total").asInt()).isEqualTo(2);
            assertThat(runs.at("/items/0/id").asText()).isEqualTo(run.path("id").asText());
            assertThat(service.read("/api/connection").path("status").asText()).isEqualTo("GREEN");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itemsTellWhatBecomesDifferent(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            String first = "/api/runs/" + service.sync().path("id").asText();
            JsonNode added = service.read(first + "/items?category=ADD&objectType=USER&q=j%C3%B6rg");
            assertThat(added.path("total").asInt()).isEqualTo(1);
            JsonNode joerg = added.at("/items/0");
            assertThat(joerg.path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(joerg.path("changes").findValuesAsText("attribute"))
                    .contains("primaryAddress", "displayName", "status", "kind", "role");
            assertThat(joerg.at("/changes/0/before").isNull()).isTrue();
            assertThat(joerg.at("/changes/0/after").asText())
                    .isEqualTo(joerg.path("address").asText());
            JsonNode aliases = service.read(first + "/items?size=500");
            assertThat(aliases.path("items").size())
                    .isEqualTo(aliases.path("total").asInt());
            assertThat(aliases.toString()).contains("\"attribute\":\"aliases\",\"before\":[],\"after\":[");
            JsonNode group =
                    service.read(first + "/items?objectType=GROUP&size=1").at("/items/0");
            String members = first + "/items/" + group.path("id").asText() + "/members";
            assertThat(service.read(members + "?change=ADDED").path("total").asInt())
                    .isEqualTo(group.at("/members/added").asInt());
            assertThat(service.read(members + "?change=REMOVED").path("total").asInt())
                    .isZero();
            assertThat(service.get(first + "/items/0/members").statusCode()).isEqualTo(404);

            service.sample().change();
            String second = "/api/runs/" + service.run(APPLY).path("id").asText();
            for (String category : List.of("ADD", "UPDATE", "DISABLE", "DELETE")) {
                JsonNode items = service.read(second + "/items?category=" + category);
                assertThat(items.path("total").asInt()).as(category).isPositive();
                assertThat(items.at("/items/0/changes").size()
                                + items.at("/items/0/members/added").asInt())
                        .as(items.toString())
                        .isPositive();
            }
            assertThat(service.read(second + "/items?outcome=DESELECTED")
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatWasLeftOutIsListedByReasonAsLongAsTheImageIsThere(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            JsonNode run = service.sync();
            String skipped = "/api/runs/" + run.path("id").asText() + "/skipped";
            JsonNode guests = service.read(skipped + "?reason=GUEST");
            assertThat(guests.path("total").asInt())
                    .isPositive()
                    .isEqualTo(run.at("/counts/skipped/GUEST").asInt());
            assertThat(guests.at("/items/0/objectType").asText()).isEqualTo("USER");
            assertThat(service.read(skipped + "?reason=NO_PROXY_ADDRESS")
                            .path("total")
                            .asInt())
                    .isPositive();
            assertThat(ApiService.json(service.get(skipped + "?reason=BORED"))
                            .path("detail")
                            .asText())
                    .contains("reason", "GUEST");
            service.run(APPLY);
            assertThat(service.read(skipped).path("total").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whileOneRunIsAtWorkAnotherIsRefused(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.graph().latency(Duration.ofMillis(500));
            HttpResponse<String> started = service.post("/api/runs", APPLY);
            HttpResponse<String> refused = service.post("/api/runs", APPLY);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(ApiService.json(refused).path("code").asText()).isEqualTo("RUN_IN_PROGRESS");
            service.graph().latency(Duration.ZERO);
            JsonNode run =
                    service.ended(started.headers().firstValue("Location").orElseThrow());
            assertThat(run.at("/problem/code").asText()).isEqualTo("UNREGISTERED_DOMAINS");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunMayDifferFromTheSettings(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            JsonNode run = service.run(
                    "{\"mode\":\"REVIEW\",\"full\":true,\"what\":{\"distributionGroups\":false,\"securityGroups\":false},"
                            + "\"how\":{\"addGroups\":false}}");
            assertThat(run.path("status").asText()).isEqualTo("AWAITING_REVIEW");
            assertThat(run.path("stage").asText()).isEqualTo("REVIEW");
            String items = "/api/runs/" + run.path("id").asText() + "/items";
            assertThat(service.read(items + "?objectType=GROUP").path("total").asInt())
                    .isZero();
            assertThat(service.read(items + "?outcome=PENDING").path("total").asInt())
                    .isPositive();
            assertThat(service.read("/api/accounts").path("total").asInt()).isZero();
        }
    }
}
