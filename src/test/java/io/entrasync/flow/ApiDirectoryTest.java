package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.SampleTenant;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiDirectoryTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void accountsAndGroupsArePagedAndSearched(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            pagesDoNotOverlap(service, "/api/accounts");
            pagesDoNotOverlap(service, "/api/groups");
            JsonNode all = service.read("/api/accounts?size=500");
            JsonNode account = withAliases(all);
            JsonNode found = service.read(
                    "/api/accounts?q=" + account.at("/aliases/0").asText().toUpperCase());
            assertThat(found.path("items").findValuesAsText("id"))
                    .containsExactly(account.path("id").asText());
            assertThat(service.read("/api/accounts?q=j%C3%B6rg")
                            .at("/items/0/displayName")
                            .asText())
                    .isEqualTo("Jörg Weiß");
            assertThat(service.read("/api/accounts?q=%25").path("total").asInt())
                    .isZero();
            assertThat(service.read("/api/accounts/" + account.path("id").asText()))
                    .isEqualTo(account);
            assertThat(account.path("id").isTextual()).isTrue();
            assertThat(account.has("disabledBy") && account.path("disabledBy").isNull())
                    .isTrue();
            assertThat(account.path("createdAt").asText()).endsWith("Z");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void membersAreDirectOrEffective(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            JsonNode group = null;
            for (JsonNode candidate : service.read("/api/groups?size=500").path("items")) {
                if (candidate.path("entraId").asText().equals(SampleTenant.groupId(1))) {
                    group = candidate;
                }
            }
            assertThat(group).isNotNull();
            String path = "/api/groups/" + group.path("id").asText();
            assertThat(service.read(path)).isEqualTo(group);
            JsonNode direct = service.read(path + "/members?size=500");
            assertThat(direct.path("total").asInt())
                    .isEqualTo(group.path("memberCount").asInt());
            assertThat(direct.path("items").findValuesAsText("type")).contains("ACCOUNT", "GROUP");
            JsonNode effective = service.read(path + "/members?effective=true&size=500");
            assertThat(effective.path("items").findValuesAsText("type")).containsOnly("ACCOUNT");
            assertThat(service.get(path + "/members?effective=perhaps").statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDomainInUseIsRemovedOnlyWhenConfirmed(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            HttpResponse<String> added =
                    service.post("/api/domains", "{\"name\":\"MÜNCHEN.example\",\"purpose\":\"MANAGEMENT\"}");
            assertThat(added.statusCode()).isEqualTo(201);
            assertThat(added.headers().firstValue("Location")).contains("/api/domains/xn--mnchen-3ya.example");
            assertThat(ApiService.json(added).path("purpose").asText()).isEqualTo("MANAGEMENT");
            assertThat(service.post("/api/domains", "{\"name\":\"münchen.example\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.delete("/api/domains/xn--mnchen-3ya.example").statusCode())
                    .isEqualTo(204);
            HttpResponse<String> inUse = service.delete("/api/domains/example.org");
            assertThat(inUse.statusCode()).isEqualTo(409);
            assertThat(ApiService.json(inUse).path("code").asText()).isEqualTo("DOMAIN_IN_USE");
            assertThat(ApiService.json(inUse).path("detail").asText()).matches("\\d+ accounts and \\d+ groups .*");
            HttpResponse<String> removed = service.delete("/api/domains/example.org?confirm=true");
            assertThat(removed.statusCode()).isEqualTo(204);
            assertThat(removed.body()).isEmpty();
            assertThat(service.delete("/api/domains/example.org").statusCode()).isEqualTo(404);
            assertThat(service.read("/api/domains").path("items").findValuesAsText("name"))
                    .containsExactly("example.com", "example.net");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void exemptionsAreMadeAndLifted(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            String body = "{\"subject\":\"Anna.Novak@Example.com\",\"reason\":\"on leave\"}";
            HttpResponse<String> made = service.post("/api/exemptions", body);
            assertThat(made.statusCode()).isEqualTo(201);
            JsonNode exemption = ApiService.json(made);
            assertThat(exemption.path("subject").asText()).isEqualTo("anna.novak@example.com");
            assertThat(exemption.path("createdBy").asText()).isEqualTo("operator");
            assertThat(service.post("/api/exemptions", body).statusCode()).isEqualTo(200);
            String id = "{\"subject\":\"" + SampleTenant.userId(3).toUpperCase() + "\"}";
            assertThat(ApiService.json(service.post("/api/exemptions", id))
                            .path("subject")
                            .asText())
                    .isEqualTo(SampleTenant.userId(3));
            assertThat(service.post("/api/exemptions", "{\"subject\":\"nobody\"}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(service.read("/api/exemptions?q=NOVAK").path("total").asInt())
                    .isEqualTo(1);
            String location = made.headers().firstValue("Location").orElseThrow();
            assertThat(service.delete(location).statusCode()).isEqualTo(204);
            assertThat(service.delete(location).statusCode()).isEqualTo(404);
        }
    }

    private static void pagesDoNotOverlap(ApiService service, String path) throws Exception {
        int total = service.read(path).path("total").asInt();
        Set<String> ids = new HashSet<>();
        for (int page = 0; page * 4 < total; page++) {
            JsonNode part = service.read(path + "?size=4&page=" + page);
            assertThat(part.path("page").asInt()).isEqualTo(page);
            assertThat(part.path("size").asInt()).isEqualTo(4);
            List<String> found = part.path("items").findValuesAsText("id");
            assertThat(ids).doesNotContainAnyElementsOf(found);
            ids.addAll(found);
        }
        assertThat(ids).hasSize(total).hasSizeGreaterThan(4);
    }

    private static JsonNode withAliases(JsonNode list) {
        for (JsonNode entry : list.path("items")) {
            if (entry.path("aliases").size() > 1) {
                return entry;
            }
        }
        throw new AssertionError("nobody has aliases");
    }
}
