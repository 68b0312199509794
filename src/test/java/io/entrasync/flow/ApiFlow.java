package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.SampleTenant;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an operator does with a new directory and the sample tenant, over the API, in every runtime. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class ApiFlow {
    private static final String APPLY = "{\"mode\":\"APPLY\"}";

    private final ApiClient service;

    protected ApiFlow(ApiClient service) {
        this.service = service;
    }

    @Test
    @Order(1)
    void aManualRunNamesTheDomainsThatAreNotRegistered() throws Exception {
        JsonNode refused = service.run(APPLY);
        assertThat(refused.path("status").asText()).as(refused.toString()).isEqualTo("FAILED");
        assertThat(refused.at("/problem/code").asText()).isEqualTo("UNREGISTERED_DOMAINS");
        assertThat(refused.at("/problem/domains").findValuesAsText("name")).containsExactly("example.net");
        assertThat(service.post("/api/domains", "{\"name\":\"example.net\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    @Order(2)
    void aPlanIsReviewedAndAppliedWithoutWhatWasDeselected() throws Exception {
        JsonNode review = service.run("{\"mode\":\"REVIEW\"}");
        assertThat(review.path("status").asText()).as(review.toString()).isEqualTo("AWAITING_REVIEW");
        String run = "/api/runs/" + review.path("id").asText();
        assertThat(service.read("/api/accounts").path("total").asInt()).isZero();
        String mina =
                service.read(run + "/items?q=mina.okafor").at("/items/0/id").asText();
        HttpResponse<String> chosen =
                service.patch(run + "/items", "{\"items\":[\"" + mina + "\"],\"selected\":false}");
        String hash = ApiClient.json(chosen).path("planHash").asText();
        assertThat(hash).hasSize(64).isNotEqualTo(review.path("planHash").asText());
        assertThat(service.post(
                                run + "/apply",
                                "{\"planHash\":\"" + review.path("planHash").asText() + "\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(service.post(run + "/apply", "{\"planHash\":\"" + hash + "\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(service.ended(run).path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(service.read("/api/accounts?q=mina.okafor").path("total").asInt())
                .isZero();
    }

    @Test
    @Order(3)
    void theDirectoryIsAsTheTenantAndASecondRunChangesNothing() throws Exception {
        assertThat(service.run(APPLY).at("/counts/applied/ADD/users").asInt()).isEqualTo(1);
        JsonNode second = service.run(APPLY);
        assertThat(second.path("status").asText()).as(second.toString()).isEqualTo("NO_CHANGE");
        int read = second.at("/counts/read/users").asInt();
        int skipped = service
                .read("/api/runs/" + second.path("id").asText() + "/skipped?size=500")
                .path("items")
                .findValuesAsText("objectType")
                .stream()
                .mapToInt(type -> type.equals("USER") ? 1 : 0)
                .sum();
        assertThat(service.read("/api/accounts").path("total").asInt()).isEqualTo(read - skipped);
        JsonNode mina = service.read("/api/accounts?q=mina.okafor").at("/items/0");
        assertThat(mina.path("primaryAddress").asText()).isEqualTo("mina.okafor@example.com");
        assertThat(mina.path("source").asText()).isEqualTo("ENTRA");
        assertThat(service.read("/api/connection").path("status").asText()).isEqualTo("GREEN");
    }

    @Test
    @Order(4)
    void groupsHaveTheirMembersAlsoThoseOfGroupsInside() throws Exception {
        JsonNode group = null;
        for (JsonNode candidate : service.read("/api/groups?size=500").path("items")) {
            group = candidate.path("entraId").asText().equals(SampleTenant.groupId(1)) ? candidate : group;
        }
        assertThat(group).isNotNull();
        String path = "/api/groups/" + group.path("id").asText() + "/members";
        assertThat(service.read(path).path("total").asInt())
                .isEqualTo(group.path("memberCount").asInt());
        assertThat(service.read(path + "?effective=true&size=500").path("items").findValuesAsText("type"))
                .isNotEmpty()
                .containsOnly("ACCOUNT");
    }

    @Test
    @Order(5)
    void aPlanIsExportedAsCsv() throws Exception {
        HttpResponse<String> csv =
                service.send(service.request("/api/runs/2/items").header("Accept", "text/csv"));
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(csv.body()).contains("mina.okafor@example.com");
    }

    @Test
    @Order(6)
    void anAddressIsExplained() throws Exception {
        JsonNode explained = service.read("/api/explain?subject=mina.okafor@example.com");
        assertThat(explained.path("found").asBoolean()).isTrue();
        assertThat(explained.path("wouldDo").asText()).isEqualTo("NONE");
        assertThat(explained.path("steps")).hasSize(4);
    }

    @Test
    @Order(7)
    void exemptionsAndSettingsChangeAndStandInTheAuditTrail() throws Exception {
        HttpResponse<String> made = service.post("/api/exemptions", "{\"subject\":\"mina.okafor@example.com\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(ApiClient.json(made).path("createdBy").asText()).isEqualTo("operator");
        assertThat(service.delete(made.headers().firstValue("Location").orElseThrow())
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> preview =
                service.put("/api/settings?preview=true", "{\"what.distribution-groups\":false}");
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(service.put("/api/settings", "{\"new-user-role\":\"silent-user\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.read("/api/settings").at("/new-user-role/origin").asText())
                .isEqualTo("CONSOLE");
        assertThat(service.delete("/api/settings/new-user-role").statusCode()).isEqualTo(204);
        assertThat(service.read("/api/audit?size=500").path("items").findValuesAsText("actor"))
                .contains("operator");
    }
}
