package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.SampleTenant;
import io.entrasync.demo.TenantUser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators do to accounts, and what the next run makes of it. */
class ApiAccountsTest {
    private static final String USER = SampleTenant.userId(2);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aLocalAccountIsMadeOnce(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            HttpResponse<String> made = service.post(
                    "/api/accounts",
                    "{\"primaryAddress\":\"Scanner@Example.COM\",\"aliases\":[\"scan@example.org\",\"scanner@example.com\","
                            + "\"SCAN@example.org\"],\"displayName\":\" Scanner \",\"role\":\"END_USER\"}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            JsonNode account = ApiService.json(made);
            String id = account.path("id").asText();
            assertThat(made.headers().firstValue("Location")).contains("/api/accounts/" + id);
            assertThat(service.read("/api/accounts/" + id)).isEqualTo(account);
            assertThat(account.path("primaryAddress").asText()).isEqualTo("scanner@example.com");
            assertThat(account.path("aliases").toString()).isEqualTo("[\"scan@example.org\"]");
            assertThat(List.of("source", "kind", "status", "displayName", "digest"))
                    .extracting(field -> account.path(field).asText())
                    .containsExactly("LOCAL", "USER", "ACTIVE", "Scanner", "true");
            HttpResponse<String> taken = service.post(
                    "/api/accounts",
                    "{\"primaryAddress\":\"other@example.com\",\"aliases\":[\"scan@example.org\"],"
                            + "\"displayName\":\"Other\",\"role\":\"SILENT_USER\"}");
            ApiAcceptance.refused(taken, 409, "ADDRESS_IN_USE");
            assertThat(ApiService.json(taken).path("detail").asText())
                    .isEqualTo("scan@example.org belongs to account " + id + ".");
            assertThat(service.read("/api/accounts").path("total").asInt()).isEqualTo(1);
            assertThat(service.read("/api/audit?q=ACCOUNT_ADDED")
                            .at("/items/0/subject")
                            .asText())
                    .isEqualTo("account " + id);
            refusals(service);
        }
    }

    private static void refusals(ApiService service) throws Exception {
        String form = "{\"primaryAddress\":\"%s\",\"displayName\":\"%s\",\"role\":\"%s\"%s}";
        for (String body : List.of(
                form.formatted("a@example.net", "A", "END_USER", ""),
                form.formatted("no address", "A", "END_USER", ""),
                form.formatted("a@example.com", " ", "END_USER", ""),
                form.formatted("a@example.com", "A", "ADMIN", ",\"kind\":\"FUNCTIONAL\""),
                form.formatted("a@example.com", "A", "END_USER", ",\"aliases\":[\"@example.com\"]"))) {
            ApiAcceptance.refused(service.post("/api/accounts", body), 422, "INVALID_VALUE");
        }
        for (String body : List.of(
                "{\"primaryAddress\":\"a@example.com\",\"displayName\":\"A\"}",
                "{\"primaryAddress\":\"a@example.com\",\"role\":\"ADMIN\"}",
                "{\"displayName\":\"A\",\"role\":\"ADMIN\"}",
                form.formatted("a@example.com", "A", "OWNER", ""))) {
            ApiAcceptance.refused(service.post("/api/accounts", body), 400, "INVALID_REQUEST");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anOperatorsBlockStaysUntilItIsLifted(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            String path = path(service, USER);
            JsonNode blocked = patch(service, path, "{\"status\":\"DISABLED\",\"role\":\"SILENT_USER\"}");
            assertThat(blocked.path("disabledBy").asText()).isEqualTo("OPERATOR");
            assertThat(blocked.path("role").asText()).isEqualTo("SILENT_USER");
            assertThat(blocked.path("digest").asBoolean()).isFalse();
            change(service, user -> user.withDisplayName("Renamed Meanwhile"));
            service.run("{\"mode\":\"APPLY\"}");
            JsonNode after = service.read(path);
            assertThat(after.path("displayName").asText()).isEqualTo("Renamed Meanwhile");
            assertThat(after.path("status").asText()).isEqualTo("DISABLED");
            assertThat(after.path("disabledBy").asText()).isEqualTo("OPERATOR");
            change(service, user -> user.withAccountEnabled(false));
            service.run("{\"mode\":\"APPLY\"}");
            JsonNode lifted = patch(service, path, "{\"status\":\"ACTIVE\",\"digest\":true}");
            assertThat(lifted.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(lifted.path("disabledBy").isNull()).isTrue();
            assertThat(lifted.path("digest").asBoolean()).isTrue();
            service.run("{\"mode\":\"APPLY\"}");
            assertThat(service.read(path).path("disabledBy").asText()).isEqualTo("SYNC");
            ApiAcceptance.refused(service.patch(path, "{}"), 400, "INVALID_REQUEST");
            ApiAcceptance.refused(service.patch("/api/accounts/77777", "{\"digest\":true}"), 404, "NOT_FOUND");
            assertThat(service.read("/api/audit?q=account_changed")
                            .path("total")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void convertingExemptsAndConvertingBackLiftsExactlyThat(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            String path = path(service, USER);
            JsonNode before = service.read(path);
            String primary = before.path("primaryAddress").asText();
            assertThat(before.path("role").asText()).isEqualTo("END_USER");
            assertThat(service.post("/api/exemptions", "{\"subject\":\"" + primary + "\"}")
                            .statusCode())
                    .isEqualTo(201);
            JsonNode converted = patch(service, path, "{\"kind\":\"FUNCTIONAL\"}");
            assertThat(List.of("kind", "role", "status", "digest"))
                    .extracting(field -> converted.path(field).asText())
                    .containsExactly("FUNCTIONAL", "SILENT_USER", "ACTIVE", "false");
            assertThat(service.read("/api/exemptions?q=Converted").path("total").asInt())
                    .isEqualTo(1 + before.path("aliases").size());
            assertThat(service.read("/api/exemptions?q=" + USER).path("total").asInt())
                    .isEqualTo(1);
            assertThat(patch(service, path, "{\"kind\":\"FUNCTIONAL\"}")).isEqualTo(converted);
            ApiAcceptance.refused(service.patch(path, "{\"role\":\"ADMIN\"}"), 422, "INVALID_VALUE");
            change(service, user -> user.withDisplayName("Left").withAccountEnabled(false));
            service.run("{\"mode\":\"APPLY\"}");
            assertThat(service.read(path)).isEqualTo(converted);

            JsonNode back = patch(service, path, "{\"kind\":\"USER\"}");
            assertThat(List.of("kind", "role", "status", "digest"))
                    .extracting(field -> back.path(field).asText())
                    .containsExactly("USER", "END_USER", "ACTIVE", "true");
            assertThat(service.read("/api/exemptions?q=Converted").path("total").asInt())
                    .isZero();
            JsonNode own = service.read("/api/exemptions?q=" + primary).at("/items/0");
            assertThat(service.run("{\"mode\":\"APPLY\"}")
                            .at("/counts/planned/DISABLE/users")
                            .asInt())
                    .isZero();
            assertThat(service.delete("/api/exemptions/" + own.path("id").asText())
                            .statusCode())
                    .isEqualTo(204);
            service.run("{\"mode\":\"APPLY\"}");
            JsonNode after = service.read(path);
            assertThat(after.path("displayName").asText()).isEqualTo("Left");
            assertThat(after.path("disabledBy").asText()).isEqualTo("SYNC");
            assertThat(service.read("/api/audit").path("items").findValuesAsText("action"))
                    .startsWith("EXEMPTION_LIFTED", "ACCOUNT_CONVERTED", "ACCOUNT_CONVERTED", "EXEMPTION_ADDED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theLastAdministratorKeepsTheLogin(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            String first = admin(service, "first");
            for (String body : List.of(
                    "{\"role\":\"END_USER\"}",
                    "{\"status\":\"DISABLED\"}",
                    "{\"kind\":\"FUNCTIONAL\",\"role\":\"SILENT_USER\"}")) {
                HttpResponse<String> refused = service.patch(first, body);
                ApiAcceptance.refused(refused, 409, "WRONG_STATE");
                assertThat(ApiService.json(refused).path("detail").asText()).contains("last active administrator");
            }
            String second = admin(service, "second");
            ApiAcceptance.refused(service.patch(second, "{\"kind\":\"FUNCTIONAL\"}"), 409, "WRONG_STATE");
            patch(service, second, "{\"kind\":\"FUNCTIONAL\",\"role\":\"SILENT_USER\"}");
            assertThat(patch(service, second, "{\"kind\":\"USER\"}")
                            .path("role")
                            .asText())
                    .isEqualTo("SILENT_USER");
            assertThat(service.read(first).path("role").asText()).isEqualTo("ADMIN");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void manyAreChangedEachByItself(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            String admin = admin(service, "boss").replaceFirst(".*/", "");
            List<String> ids = service.read("/api/accounts?size=500&q=example.org")
                    .path("items")
                    .findValuesAsText("id");
            String all = "\"" + String.join("\",\"", ids) + "\",\"" + admin + "\",\"none\",\"" + ids.get(0) + "\"";
            HttpResponse<String> answer =
                    service.post("/api/accounts/mass-update", "{\"ids\":[" + all + "],\"role\":\"SILENT_USER\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode result = ApiService.json(answer);
            assertThat(result.path("updated").asInt()).isEqualTo(ids.size());
            assertThat(result.path("failed").findValuesAsText("id")).containsExactly(admin, "none");
            assertThat(result.path("failed").findValuesAsText("code")).containsExactly("WRONG_STATE", "NOT_FOUND");
            assertThat(service.read("/api/accounts/" + ids.get(0)).path("role").asText())
                    .isEqualTo("SILENT_USER");
            for (String body : List.of(
                    "{\"ids\":[],\"role\":\"ADMIN\"}",
                    "{\"ids\":[\"1\"]}",
                    "{\"role\":\"ADMIN\"}",
                    "{\"ids\":[" + "\"1\",".repeat(1) + "7],\"role\":\"ADMIN\"}",
                    "{\"ids\":[" + many(1001) + "],\"role\":\"ADMIN\"}")) {
                ApiAcceptance.refused(service.post("/api/accounts/mass-update", body), 400, "INVALID_REQUEST");
            }
        }
    }

    private static String many(int n) {
        StringBuilder ids = new StringBuilder("\"0\"");
        for (int i = 1; i < n; i++) {
            ids.append(",\"").append(i).append('"');
        }
        return ids.toString();
    }

    private static String admin(ApiService service, String name) throws Exception {
        return service.post(
                        "/api/accounts",
                        "{\"primaryAddress\":\"%s.admin@example.com\",\"displayName\":\"%s\",\"role\":\"ADMIN\"}"
                                .formatted(name, name))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static void change(ApiService service, UnaryOperator<TenantUser> change) {
        var tenant = service.sample().tenant();
        tenant.putUser(change.apply(Objects.requireNonNull(tenant.user(USER))));
    }

    private static JsonNode patch(ApiService service, String path, String body) throws Exception {
        HttpResponse<String> answer = service.patch(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiService.json(answer);
    }

    private static String path(ApiService service, String entraId) throws Exception {
        for (JsonNode account : service.read("/api/accounts?size=500").path("items")) {
            if (account.path("entraId").asText().equals(entraId)) {
                return "/api/accounts/" + account.path("id").asText();
            }
        }
        throw new AssertionError("no account " + entraId);
    }
}
