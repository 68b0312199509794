package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation that the API describes refuses what is wrong in the same way, in every runtime. */
public abstract class ApiSweep {
    private final ApiClient service;
    private final OpenAPI description;
    private final List<String> complaints;

    protected ApiSweep(ApiClient service) throws Exception {
        this.service = service;
        String text = service.send(service.anonymous("/api/openapi.json")).body();
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text, null, null);
        complaints = parsed.getMessages();
        description = parsed.getOpenAPI();
    }

    /** One request that must be refused. */
    private record Wrong(
            String what, String method, String path, String contentType, String accept, String body, String codes) {}

    @Test
    void theDescriptionIsValidAndComplete() {
        assertThat(complaints).isEmpty();
        assertThat(description.getComponents().getSecuritySchemes().get("login").getScheme())
                .isEqualTo("basic");
        operations((path, method, operation) -> {
            String name = method + " " + path;
            assertThat(operation.getOperationId()).as(name).isNotBlank();
            assertThat(operation.getSecurity() == null ? description.getSecurity() : operation.getSecurity())
                    .as(name)
                    .anyMatch(required -> required.containsKey("login"));
            if (method == PathItem.HttpMethod.GET) {
                assertThat(operation.getResponses().get("200").getContent().values())
                        .as(name)
                        .isNotEmpty()
                        .allMatch(content -> content.getSchema() != null);
            }
        });
        assertThat(description.getPaths().keySet())
                .contains("/explain", "/audit", "/accounts/mass-update", "/accounts/{id}");
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsRefusedAsAProblem() {
        List<Wrong> wrong = new ArrayList<>();
        operations((path, method, operation) -> add(wrong, path, method.name(), operation));
        assertThat(wrong).hasSizeGreaterThan(60);
        return wrong.stream().map(request -> dynamicTest(request.toString(), () -> refused(request)));
    }

    private static void add(List<Wrong> wrong, String described, String method, Operation operation) {
        String path =
                "/api" + described.replaceAll("\\{name}", "unknown.example").replaceAll("\\{\\w+}", "777777");
        boolean body = operation.getRequestBody() != null;
        String json = body ? "application/json" : null;
        String valid = valid(described, method);
        wrong.add(new Wrong("accept", method, path, json, "image/png", valid, "NOT_ACCEPTABLE"));
        if (described.contains("{")) {
            wrong.add(new Wrong("unknown id", method, path, json, null, valid, "NOT_FOUND"));
            wrong.add(
                    new Wrong("senseless id", method, path.replace("777777", "x%27y"), json, null, valid, "NOT_FOUND"));
        }
        String either = described.contains("{") ? "INVALID_REQUEST|NOT_FOUND" : "INVALID_REQUEST";
        if (body) {
            for (String text : List.of("{\"nonsense\":1}", "[]", "{", "", "7", "null")) {
                wrong.add(new Wrong("body", method, path, json, null, text, either));
            }
            wrong.add(new Wrong("content type", method, path, "text/plain", null, valid, "UNSUPPORTED_MEDIA_TYPE"));
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (List.of("page", "size").contains(parameter.getName())) {
                for (String value : List.of("-1", "501.5", "many", "99999999999")) {
                    String query = "?" + parameter.getName() + "=" + value;
                    wrong.add(new Wrong("paging", method, path + query, json, null, valid, either));
                }
            }
            if (parameter.getName().equals("size")) {
                wrong.add(new Wrong("paging", method, path + "?size=501", json, null, valid, either));
            }
        }
    }

    private static String valid(String described, String method) {
        return switch (method + " " + described) {
            case "PATCH /accounts/{id}" -> "{\"digest\":true}";
            case "PATCH /runs/{id}/items" -> "{\"category\":\"ADD\",\"selected\":true}";
            case "POST /runs/{id}/apply" -> "{\"planHash\":\"none\"}";
            default -> "{}";
        };
    }

    private void refused(Wrong request) throws Exception {
        var wanted = service.request(request.path())
                .method(
                        request.method(),
                        request.contentType() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body()));
        if (request.contentType() != null) {
            wanted.header("Content-Type", request.contentType());
        }
        if (request.accept() != null) {
            wanted.header("Accept", request.accept());
        }
        HttpResponse<String> answer = service.send(wanted);
        JsonNode problem = ApiService.json(answer);
        String code = problem.path("code").asText();
        assertThat(code).as(answer.statusCode() + " " + answer.body()).matches(request.codes());
        ApiAcceptance.refused(answer, problem.path("status").asInt(), code);
        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    private interface Visit {
        void operation(String path, PathItem.HttpMethod method, Operation operation);
    }

    private void operations(Visit visit) {
        description.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> visit.operation(path, method, operation)));
    }
}
