package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all requests have in common, in every runtime: logging in, refusals, the API's description. */
public abstract class ApiAcceptance {
    private final ApiClient service;

    protected ApiAcceptance(ApiClient service) {
        this.service = service;
    }

    @Test
    void withoutLoginNothingIsShown() throws Exception {
        for (String path : List.of("/api/runs", "/api/nothing", "/actuator/prometheus", "/", "/demo/change")) {
            refused(service.send(service.anonymous(path)), 401, "UNAUTHORIZED");
        }
        HttpResponse<String> wrong =
                service.send(service.anonymous("/api/runs").header("Authorization", ApiService.basic("operator:no")));
        refused(wrong, 401, "UNAUTHORIZED");
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(service.send(service.anonymous("/actuator/health")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/runs?size=0, size",
        "/api/runs?size=501, size",
        "/api/runs?size=many, size",
        "/api/accounts?page=-1, page",
        "/api/groups?page=1.5, page",
        "/api/exemptions?size=1&size=2, size"
    })
    void aWrongParameterIsNamed(String path, String parameter) throws Exception {
        HttpResponse<String> answer = service.get(path);
        refused(answer, 400, "INVALID_REQUEST");
        assertThat(ApiService.json(answer).path("detail").asText()).contains("parameter " + parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/runs | {\"mode\":\"APPLY\",\"ful\":true} | ful",
                "/api/runs | {\"mode\":\"LATER\"} | mode must be one of REVIEW, APPLY",
                "/api/runs | {} | mode",
                "/api/runs | {\"mode\":\"APPLY\",\"what\":{\"activeUsers\":\"yes\"}} | what.activeUsers",
                "/api/runs | {\"mode\":\"APPLY\",\"how\":[]} | how",
                "/api/domains | {\"name\":7} | name",
                "/api/domains | {\"purpose\":\"RELAY\"} | name",
                "/api/exemptions | {\"subject\": | not valid JSON",
                "/api/exemptions | [] | JSON object",
                "/api/exemptions | null | JSON object"
            })
    void aWrongBodyIsNamed(String path, String body, String named) throws Exception {
        HttpResponse<String> answer = service.post(path, body);
        refused(answer, 400, "INVALID_REQUEST");
        assertThat(ApiService.json(answer).path("detail").asText()).contains(named);
    }

    @Test
    void aValueThatIsNoneIsRefused() throws Exception {
        refused(service.post("/api/domains", "{\"name\":\"not a domain\"}"), 422, "INVALID_VALUE");
        refused(service.post("/api/exemptions", "{\"subject\":\"a@b@\"}"), 422, "INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/runs/77",
        "/api/runs/latest",
        "/api/runs/77/items",
        "/api/runs/77/skipped",
        "/api/accounts/99999999999999999999",
        "/api/groups/0/members",
        "/api/nothing",
        "/nothing"
    })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        refused(service.get(path), 404, "NOT_FOUND");
    }

    @Test
    void methodAndContentTypesAreChecked() throws Exception {
        refused(service.delete("/api/runs"), 405, "METHOD_NOT_ALLOWED");
        refused(
                service.send(service.request("/api/domains")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("example.org"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        refused(service.send(service.request("/api/accounts").header("Accept", "image/png")), 406, "NOT_ACCEPTABLE");
        assertThat(service.send(service.request("/api/accounts").header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingOfTheRequestIsSentBack() throws Exception {
        HttpResponse<String> answer = service.send(service.request("/api/runs?q=needle")
                .header("Cookie", "crumb=1")
                .header("X-Mine", "mine"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().toString().toLowerCase(Locale.ROOT))
                .doesNotContain("crumb", "mine", "needle", "basic", "camel");
    }

    @Test
    void theDescriptionHasEveryPathAndNeedsNoLogin() throws Exception {
        HttpResponse<String> answer = service.send(service.anonymous("/api/openapi.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode description = ApiService.json(answer);
        assertThat(description.path("openapi").asText()).startsWith("3.");
        assertThat(description.at("/info/title").asText()).isEqualTo("Entra Directory Sync");
        assertThat(description.at("/servers/0/url").asText()).isEqualTo("/api");
        List<String> operations = new ArrayList<>();
        description.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> operations.add(verb + " " + path.getKey())));
        assertThat(operations)
                .contains(
                        "get /runs",
                        "post /runs",
                        "get /runs/{id}",
                        "get /runs/{id}/items",
                        "get /runs/{id}/items/{itemId}/members",
                        "get /runs/{id}/skipped",
                        "get /accounts",
                        "get /accounts/{id}",
                        "get /groups",
                        "get /groups/{id}",
                        "get /groups/{id}/members",
                        "get /domains",
                        "post /domains",
                        "delete /domains/{name}",
                        "get /exemptions",
                        "post /exemptions",
                        "delete /exemptions/{id}",
                        "get /connection",
                        "post /connection/check",
                        "post /connection/rebind");
    }

    static void refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.headers() + answer.body())
                .startsWith("application/problem+json");
        JsonNode problem = ApiService.json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        for (String field : List.of("type", "title", "detail", "remedy")) {
            assertThat(problem.path(field).asText()).as(field).isNotEmpty();
        }
        assertThat(answer.body()).doesNotContain("Exception", "\\tat ", "trace");
    }
}
