package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.entrasync.demo.TenantUser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan as a file. */
class ApiExportTest {
    private static final String FORMULA = "=HYPERLINK(\"http://example.com\",\"click\")\r\nsecond, line";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPlanIsExportedAsCsv(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            for (int i = 0; i < 1_100; i++) {
                service.sample()
                        .tenant()
                        .putUser(TenantUser.member(
                                "z-%04d".formatted(i), "Person " + i, "p%d@example.com".formatted(i)));
            }
            service.sample().tenant().putUser(TenantUser.member("z-f", FORMULA, "formula@example.com"));
            service.post("/api/domains", "{\"name\":\"example.net\"}");
            String items = "/api/runs/"
                    + service.run("{\"mode\":\"REVIEW\"}").path("id").asText() + "/items";
            HttpResponse<String> answer = csv(service, items, "text/csv");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                    .isEqualToIgnoringCase("text/csv;charset=utf-8");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .matches("attachment; filename=\"entra-sync-run-\\d+\\.csv\"");
            assertThat(answer.body())
                    .startsWith("id,category,objectType,entraId,address,")
                    .contains("\r\n");
            List<Map<String, String>> rows = rows(answer);
            JsonNode json = service.read(items + "?size=500");
            assertThat(rows).hasSize(json.path("total").asInt());
            assertThat(rows.stream().limit(500).map(row -> row.get("id")))
                    .containsExactlyElementsOf(json.path("items").findValuesAsText("id"));
            assertThat(rows.stream().map(row -> row.get("id"))).doesNotHaveDuplicates();
            Map<String, String> formula = rows.stream()
                    .filter(row -> row.get("entraId").equals("z-f"))
                    .findFirst()
                    .orElseThrow();
            assertThat(formula).containsEntry("displayName", "'" + FORMULA).containsEntry("category", "ADD");
            assertThat(formula.get("changes")).contains("primaryAddress:  → formula@example.com");
            List<Map<String, String>> groups =
                    rows(csv(service, items + "?objectType=GROUP&page=7", "application/json;q=0.5, text/csv"));
            assertThat(groups).isNotEmpty().allMatch(row -> row.get("objectType")
                    .equals("GROUP"));
            assertThat(rows(csv(service, items + "?q=FORMULA", "text/*"))).hasSize(1);
            assertThat(csv(service, items + "?category=DELETE", "text/csv")
                            .body()
                            .lines())
                    .hasSize(1);
            negotiated(service, items);
        }
    }

    private static void negotiated(ApiService service, String items) throws Exception {
        for (String accept : List.of("application/json", "*/*", "application/json, text/csv;q=0.9")) {
            assertThat(csv(service, items, accept).headers().firstValue("Content-Type"))
                    .as(accept)
                    .contains("application/json");
        }
        ApiAcceptance.refused(csv(service, items, "image/png"), 406, "NOT_ACCEPTABLE");
        ApiAcceptance.refused(csv(service, "/api/runs/777/items", "text/csv"), 404, "NOT_FOUND");
        ApiAcceptance.refused(csv(service, items + "?category=NONE", "text/csv"), 400, "INVALID_REQUEST");
        ApiAcceptance.refused(csv(service, "/api/runs", "text/csv"), 406, "NOT_ACCEPTABLE");
    }

    private static HttpResponse<String> csv(ApiService service, String path, String accept) throws Exception {
        return service.send(service.request(path).header("Accept", accept));
    }

    private static List<Map<String, String>> rows(HttpResponse<String> answer) throws Exception {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(answer.body())) {
            return rows.readAll();
        }
    }
}
