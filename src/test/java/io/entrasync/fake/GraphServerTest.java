package io.entrasync.fake;

import static io.entrasync.fake.RequestMatch.anyRequest;
import static io.entrasync.fake.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.GraphTenant;
import io.entrasync.demo.MemberType;
import io.entrasync.demo.TenantGroup;
import io.entrasync.demo.TenantOrganization;
import io.entrasync.demo.TenantUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphServerTest {
    private static final String BATCH =
            "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"url\":\"/groups/g1/members\"},"
                    + "{\"id\":\"b\",\"method\":\"GET\",\"url\":\"/users/u01\"}]}";

    private GraphServer server;
    private GraphClient graph;

    @BeforeEach
    void serveTenUsers() {
        GraphTenant tenant = new GraphTenant(new TenantOrganization("t", "Test", List.of("example.com")));
        for (int number = 1; number <= 10; number++) {
            String id = "u%02d".formatted(number);
            tenant.putUser(TenantUser.member(id, "User " + number, id + "@example.com"));
        }
        tenant.putGroup(TenantGroup.distribution("g1", "Group", "group@example.com"));
        tenant.addMember("g1", "u01", MemberType.USER);
        server = new GraphServer(tenant);
        graph = new GraphClient(server.baseUrl());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesAreServedAndRecorded() throws Exception {
        assertThat(graph.ids("/users?$top=4&$select=id")).hasSize(10).doesNotHaveDuplicates();
        assertThat(server.requests()).extracting(RecordedRequest::page).containsExactly(1, 2, 3);
        assertThat(server.requests().get(0).target()).isEqualTo("/users?$top=4&$select=id");
        server.clearRequests();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void onePageCanFailForEver() throws Exception {
        FaultRule fault = server.when(path("/users").page(2)).answer(503);
        String second = GraphClient.link(graph.get("/users?$top=4"));
        assertThat(graph.send(second).statusCode()).isEqualTo(503);
        assertThat(graph.send(second).statusCode()).isEqualTo(503);
        assertThat(graph.get("/users?$top=4").statusCode()).isEqualTo(200);
        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void throttlingEndsAfterTwoAnswers() throws Exception {
        server.when(path("/users")).times(2).throttle(1);
        HttpResponse<String> first = graph.get("/users");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("1");
        assertThat(graph.get("/users").statusCode()).isEqualTo(429);
        assertThat(graph.get("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void theNthRequestAloneCanFail() throws Exception {
        server.when(anyRequest()).nth(2).answer(500);
        assertThat(graph.get("/users").statusCode()).isEqualTo(200);
        assertThat(graph.get("/users").statusCode()).isEqualTo(500);
        assertThat(graph.get("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void anErrorCarriesGraphsCode() throws Exception {
        server.when(path("/groups")).answer(403);
        server.when(path("/users")).expirePageToken();
        assertThat(GraphClient.code(graph.get("/groups"))).isEqualTo("Authorization_RequestDenied");
        assertThat(GraphClient.code(graph.get("/users"))).isEqualTo("Directory_ExpiredPageToken");
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        server.expectToken("right");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/users"));
        assertThat(GraphClient.code(graph.get("/users"))).isEqualTo("InvalidAuthenticationToken");
        assertThat(graph.send(request.copy().header("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(graph.send(request.header("Authorization", "Bearer right")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theConnectionBreaksInTheMiddleOfTheBody() throws Exception {
        server.when(path("/users")).times(1).cutBody();
        assertThatThrownBy(() -> graph.get("/users")).isInstanceOf(IOException.class);
        assertThat(graph.get("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void aListCanBeEmpty() throws Exception {
        server.when(path("/users")).emptyList();
        assertThat(graph.ids("/users?$top=4")).isEmpty();
    }

    @Test
    void anEmptyPageInTheMiddleLosesNothing() throws Exception {
        server.when(path("/users").page(2)).times(1).emptyPageBefore();
        server.when(path("/groups")).times(1).emptyPageBefore();
        assertThat(graph.ids("/users?$top=4")).hasSize(10);
        assertThat(server.requests()).hasSize(4);
        assertThat(graph.ids("/groups")).containsExactly("g1");
    }

    @Test
    void anEntryCanComeTwice() throws Exception {
        server.when(path("/users").page(1)).repeatFirstEntry();
        assertThat(graph.ids("/users?$top=4")).hasSize(11).contains("u01");
    }

    @Test
    void aLinkCanLeadToItselfOrBack() throws Exception {
        server.when(path("/users").page(2)).linkToItself();
        String second = GraphClient.link(graph.get("/users?$top=4"));
        assertThat(GraphClient.link(graph.send(second))).isEqualTo(second);
        server.clearFaults();
        String third = GraphClient.link(graph.send(second));
        server.when(path("/users").page(3)).linkToFirstPage();
        assertThat(GraphClient.link(graph.send(third))).isEqualTo(server.baseUrl() + "/users?$top=4");
    }

    @Test
    void theFirstPageCanLoopForEver() throws Exception {
        server.when(path("/users").page(1)).linkToItself();
        String first = server.baseUrl() + "/users?$top=4";
        assertThat(GraphClient.link(graph.send(first))).isEqualTo(first);
        assertThat(GraphClient.link(graph.send(first))).isEqualTo(first);
    }

    @Test
    void requestsInFlightAreCounted() throws Exception {
        server.latency(Duration.ofMillis(100));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/users?n=" + number))
                    .build();
            answers.add(HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        answers.forEach(CompletableFuture::join);
        assertThat(server.mostInFlight()).isBetween(2, 3);
    }

    @Test
    void aLinkCanLeadToAnotherHost() throws Exception {
        server.when(path("/users").page(1)).linkTo("https://graph.example/v1.0");
        assertThat(GraphClient.link(graph.get("/users?$top=4"))).startsWith("https://graph.example/v1.0/users");
    }

    @Test
    void anAnswerCanBeLate() throws Exception {
        server.when(path("/users")).delay(Duration.ofMillis(150));
        Instant start = Instant.now();
        graph.get("/users");
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(140));
    }

    @Test
    void aRequestInABatchIsThrottledOnItsFirstTryOnly() throws Exception {
        server.whenInBatch(path("/groups/*/members")).timesEach(1).throttle(7);
        JsonNode throttled = inBatch("a");
        assertThat(throttled.path("status").asInt()).isEqualTo(429);
        assertThat(throttled.path("headers").path("Retry-After").asText()).isEqualTo("7");
        assertThat(inBatch("a").path("body").path("value").path(0).path("id").asText())
                .isEqualTo("u01");
    }

    @Test
    void aRequestInABatchIsRefusedOrNotFound() throws Exception {
        server.whenInBatch(path("/groups/*/members")).answer(403);
        server.whenInBatch(path("/users/*")).answer(404);
        assertThat(inBatch("a").path("status").asInt()).isEqualTo(403);
        assertThat(inBatch("b").path("status").asInt()).isEqualTo(404);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requestsInBatch()).hasSize(4);
    }

    private JsonNode inBatch(String id) throws Exception {
        return graph.batch(BATCH).get(id);
    }
}
