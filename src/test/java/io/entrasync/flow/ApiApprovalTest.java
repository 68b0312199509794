package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.RequestMatch;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deciding over HTTP on what waits. */
class ApiApprovalTest {
    private static final String APPLY = "{\"mode\":\"APPLY\"}";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void heldItemsAreExemptedApprovedAndNothingElse(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            JsonNode held = held(service);
            String run = "/api/runs/" + held.path("id").asText();
            assertThat(Instant.parse(held.path("expiresAt").asText()))
                    .isAfter(Instant.now().plus(Duration.ofDays(6)));
            JsonNode spared = service.read(run + "/items?outcome=HELD&size=1").at("/items/0");
            String choice = "{\"items\":[\"" + spared.path("id").asText() + "\"],\"exempt\":{\"reason\":\"on leave\"}}";
            JsonNode chosen = answer(service.patch(run + "/items", choice), 200);
            assertThat(chosen.path("heldItems").asInt())
                    .isEqualTo(held.path("heldItems").asInt() - 1);
            String outdated = "{\"planHash\":\"" + held.path("planHash").asText() + "\"}";
            JsonNode changed = answer(service.post(run + "/apply", outdated), 409);
            assertThat(changed.path("code").asText()).isEqualTo("PLAN_CHANGED");
            assertThat(changed.path("remedy").asText()).isNotEmpty();
            String approval = "{\"planHash\":\"" + chosen.path("planHash").asText() + "\"}";
            HttpResponse<String> approved = service.post(run + "/apply", approval);
            assertThat(approved.statusCode()).as(approved.body()).isEqualTo(202);
            JsonNode done = service.ended(run);
            assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
            assertThat(done.path("heldItems").asInt()).isZero();
            JsonNode accounts = service.read("/api/accounts?size=500");
            assertThat(accounts.findValuesAsText("entraId"))
                    .contains(spared.path("entraId").asText());
            assertThat(service.read("/api/exemptions").toString())
                    .contains(spared.path("entraId").asText());
            assertThat(answer(service.post(run + "/apply", approval), 409)
                            .path("code")
                            .asText())
                    .isEqualTo("WRONG_STATE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void heldItemsAreRejected(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            JsonNode held = held(service);
            String run = "/api/runs/" + held.path("id").asText();
            JsonNode rejected = answer(service.post(run + "/reject", ""), 202);
            assertThat(rejected.path("status").asText()).isIn("SUCCEEDED", "PARTIAL");
            assertThat(service.read(run + "/items?outcome=REJECTED")
                            .path("total")
                            .asInt())
                    .isEqualTo(held.path("heldItems").asInt());
            assertThat(answer(service.post(run + "/reject", ""), 409)
                            .path("code")
                            .asText())
                    .isEqualTo("WRONG_STATE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReviewIsAppliedAsSelectedOrRejected(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            String run = "/api/runs/"
                    + service.run("{\"mode\":\"REVIEW\"}").path("id").asText();
            JsonNode chosen = answer(service.patch(run + "/items", "{\"category\":\"ADD\",\"selected\":false}"), 200);
            JsonNode one = service.read(run + "/items?objectType=USER&size=1").at("/items/0");
            chosen = answer(
                    service.patch(
                            run + "/items", "{\"items\":[\"" + one.path("id").asText() + "\"],\"selected\":true}"),
                    200);
            answer(
                    service.post(
                            run + "/apply",
                            "{\"planHash\":\"" + chosen.path("planHash").asText() + "\"}"),
                    202);
            JsonNode done = service.ended(run);
            assertThat(done.at("/counts/applied/ADD/users").asInt())
                    .as(done.toString())
                    .isEqualTo(1);
            assertThat(service.read("/api/accounts").path("total").asInt()).isEqualTo(1);
            String second = "/api/runs/"
                    + service.run("{\"mode\":\"REVIEW\"}").path("id").asText();
            assertThat(answer(service.post(second + "/reject", ""), 202)
                            .path("status")
                            .asText())
                    .isEqualTo("REJECTED");
            assertThat(service.read("/api/accounts").path("total").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ofTwoOperatorsWhoApproveAtOnceOneIsRefusedWithTheReason(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            JsonNode review = service.run("{\"mode\":\"REVIEW\"}");
            String run = "/api/runs/" + review.path("id").asText();
            String approval = "{\"planHash\":\"" + review.path("planHash").asText() + "\"}";
            List<HttpResponse<String>> answers = Stream.of(1, 2)
                    .map(operator -> CompletableFuture.supplyAsync(() -> posted(service, run + "/apply", approval)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted(Comparator.comparing(HttpResponse::statusCode))
                    .toList();
            assertThat(answers.get(0).statusCode()).isEqualTo(202);
            assertThat(answer(answers.get(1), 409).path("code").asText()).isIn("WRONG_STATE", "RUN_IN_PROGRESS");
            JsonNode done = service.ended(run);
            assertThat(done.at("/counts/applied")).isEqualTo(done.at("/counts/planned"));
        }
    }

    private static HttpResponse<String> posted(ApiService service, String path, String body) {
        try {
            return service.post(path, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAppliedRunIsUndoneAfterReview(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database, Map.of("safeguard.max-removal-percent", "100"))) {
            String run = "/api/runs/" + service.sync().path("id").asText();
            int accounts = service.read("/api/accounts").path("total").asInt();
            HttpResponse<String> started = service.post(run + "/undo", "{\"exempt\":false}");
            assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
            String undo = started.headers().firstValue("Location").orElseThrow();
            JsonNode review = service.ended(undo);
            assertThat(review.path("status").asText()).as(review.toString()).isEqualTo("AWAITING_REVIEW");
            assertThat("/api/runs/" + review.path("undoOf").asText()).isEqualTo(run);
            assertThat(service.read("/api/accounts").path("total").asInt()).isEqualTo(accounts);
            String approval = "{\"planHash\":\"" + review.path("planHash").asText() + "\"}";
            answer(service.post(undo + "/apply", approval), 202);
            assertThat(service.ended(undo).path("status").asText()).isEqualTo("HELD");
            answer(service.post(undo + "/apply", approval), 202);
            assertThat(service.ended(undo).path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(service.read("/api/accounts").path("total").asInt()).isZero();
            refused(service.post("/api/runs/999/undo", ""), 404, "999");
            refused(service.post(run + "/undo", "{\"exempts\":false}"), 400, "exempts");
            String nothing = "/api/runs/"
                    + service.run("{\"mode\":\"REVIEW\"}").path("id").asText();
            refused(service.post(nothing + "/undo", ""), 409, "WRONG_STATE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunAtWorkOrUnderReviewIsCancelled(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            service.graph().when(RequestMatch.path("/groups")).delay(Duration.ofSeconds(2));
            String run = service.post("/api/runs", APPLY)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            answer(service.post(run + "/cancel", ""), 202);
            JsonNode ended = service.ended(run);
            assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("CANCELLED");
            assertThat(ended.path("problem").isNull()).isTrue();
            assertThat(service.read("/api/accounts").path("total").asInt()).isZero();
            refused(service.post(run + "/cancel", ""), 409, "WRONG_STATE");
            service.graph().clearFaults();
            String review = "/api/runs/"
                    + service.run("{\"mode\":\"REVIEW\"}").path("id").asText();
            assertThat(answer(service.post(review + "/cancel", ""), 202)
                            .path("status")
                            .asText())
                    .isEqualTo("CANCELLED");
            refused(service.post(review + "/apply", "{\"planHash\":\"x\"}"), 409, "WRONG_STATE");
            assertThat(service.run(APPLY).path("status").asText()).isEqualTo("SUCCEEDED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void wrongDecisionsAreRefused(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            String run = "/api/runs/" + service.sync().path("id").asText();
            refused(service.post(run + "/apply", "{}"), 400, "planHash");
            refused(service.post(run + "/apply", "{\"planHash\":\"x\"}"), 409, "WRONG_STATE");
            refused(service.post("/api/runs/999/apply", "{\"planHash\":\"x\"}"), 404, "999");
            refused(service.post("/api/runs/999/reject", ""), 404, "999");
            refused(service.patch(run + "/items", "{\"selected\":true}"), 400, "items");
            refused(service.patch(run + "/items", "{\"items\":[\"1\"]}"), 400, "selected");
            refused(service.patch(run + "/items", "{\"items\":[\"1\"],\"selected\":false}"), 409, "WRONG_STATE");
            refused(service.patch(run + "/items", "{\"items\":\"1\",\"selected\":false}"), 400, "items");
        }
    }

    private static JsonNode held(ApiService service) throws Exception {
        service.sync();
        for (int number = 1; number <= 12; number++) {
            service.sample().tenant().removeUser(SampleTenant.userId(number));
        }
        JsonNode held = service.run(APPLY);
        assertThat(held.path("status").asText()).as(held.toString()).isEqualTo("HELD");
        assertThat(held.path("heldItems").asInt()).isGreaterThan(5);
        return held;
    }

    private static JsonNode answer(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return ApiService.json(response);
    }

    private static void refused(HttpResponse<String> response, int status, String named) throws Exception {
        assertThat(answer(response, status).toString()).contains(named, "remedy");
    }
}
