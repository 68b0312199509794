package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.SampleTenant;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsPreviewTest {
    /** Each alone, so that the run after it starts from what the one before has applied. */
    private static final List<String> CHANGES = List.of(
            "{\"filter.exclude\":[\"department=sales\"]}",
            "{\"filter.exclude\":[]}",
            "{\"filter.exclude-groups\":[\"Everybody\"]}",
            "{\"filter.exclude-groups\":[],\"filter.include-groups\":[\"" + SampleTenant.groupId(1) + "\"]}",
            "{\"filter.include-groups\":[],\"filter.include\":[\"department=Finance\"]}",
            "{\"filter.include\":[]}",
            "{\"what.dynamic-groups\":true}",
            "{\"what.microsoft-365-groups\":true}",
            "{\"what.security-groups\":false,\"what.active-users\":false}",
            "{\"new-user-role\":\"silent-user\",\"ignored-domains\":[\"example.net\"]}");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPreviewTellsWhatTheNextRunPlans(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            changed(service, "{\"safeguard.max-removals\":1000000,\"safeguard.max-removal-percent\":100}");
            service.sync();
            int news = 0;
            for (String change : CHANGES) {
                JsonNode preview = preview(service, change);
                changed(service, change);
                JsonNode run = service.run("{\"mode\":\"APPLY\"}");
                for (String category : List.of("ADD", "DISABLE", "DELETE")) {
                    assertThat(preview.at("/counts/" + category))
                            .as(change + " " + category + " " + preview.path("notes"))
                            .isEqualTo(run.at("/counts/planned/" + category));
                }
                news += preview.path("items").size();
                if (run.path("heldItems").asInt() > 0) {
                    String path = "/api/runs/" + run.path("id").asText();
                    service.post(
                            path + "/apply",
                            "{\"planHash\":\"" + run.path("planHash").asText() + "\"}");
                    service.ended(path);
                }
            }
            assertThat(news).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPreviewTellsOnlyWhatTheChangeMakesAndLeavesNothing(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            changed(service, "{\"how.remove-deleted-users\":false,\"how.add-groups\":false}");
            service.sync();
            service.graph().tenant().removeUser(SampleTenant.userId(4));
            JsonNode last = service.run("{\"mode\":\"APPLY\"}");
            List<String> before = everything(service);
            JsonNode nothing = preview(service, "{\"when.frequency\":\"1h\",\"what.active-users\":true}");
            assertThat(nothing.path("items").size()).isZero();
            assertThat(nothing.path("counts").toString()).doesNotContainPattern("[1-9]");
            JsonNode both = preview(service, "{\"how.remove-deleted-users\":true,\"how.add-groups\":true}");
            assertThat(both.at("/counts/DELETE/users").asInt()).isEqualTo(1);
            assertThat(both.at("/counts/ADD/groups").asInt()).isPositive();
            assertThat(both.at("/items/0/entraId").asText()).isEqualTo(SampleTenant.userId(4));
            assertThat(both.at("/items/0/category").asText()).isEqualTo("DELETE");
            assertThat(both.path("notes").toString()).contains("asks for each by id");
            assertThat(everything(service)).isEqualTo(before);
            JsonNode next = service.run("{\"mode\":\"REVIEW\"}");
            assertThat(next.path("id").asInt()).isEqualTo(last.path("id").asInt() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatTheImageDoesNotKeepIsSaid(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            JsonNode early = preview(service, "{\"what.active-users\":false}");
            assertThat(early.path("notes").toString()).contains("not been read yet");
            assertThat(early.path("counts").has("ADD")).isTrue();
            service.sync();
            JsonNode attribute =
                    preview(service, "{\"filter.exclude\":[\"jobTitle=Clerk\"],\"what.microsoft-365-groups\":true}");
            assertThat(attribute.path("notes").toString()).contains("filter.exclude", "jobTitle");
            assertThat(attribute.at("/counts/DISABLE/users").asInt()).isZero();
            assertThat(attribute.at("/counts/ADD/groups").asInt()).isEqualTo(2);
            JsonNode unknown = preview(service, "{\"filter.include-groups\":[\"Nobody\"]}");
            assertThat(unknown.path("notes").toString()).contains("filter.include-groups", "Nobody");
            JsonNode unread = preview(service, "{\"filter.include-groups\":[\"Project Aurora\"]}");
            assertThat(unread.path("notes").toString()).contains("Project Aurora");
            assertThat(unread.at("/counts/DISABLE/users").asInt()).isZero();
            ApiAcceptance.refused(
                    service.put("/api/settings?preview=true", "{\"what.active-users\":7}"), 422, "INVALID_VALUE");
            ApiAcceptance.refused(service.put("/api/settings?preview=7", "{}"), 400, "INVALID_REQUEST");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRunAtWorkIsNotDisturbed(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            service.graph().latency(Duration.ofMillis(100));
            service.sample().change();
            String run = service.post("/api/runs", "{\"mode\":\"APPLY\"}")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            int previews = 0;
            while (service.read(run).path("status").asText().equals("RUNNING")) {
                preview(service, "{\"what.microsoft-365-groups\":true}");
                previews++;
            }
            assertThat(previews).isPositive();
            assertThat(service.read(run).path("problem").isNull()).isTrue();
            assertThat(service.read(run).at("/counts/stale").toString()).doesNotContainPattern("[1-9]");
        }
    }

    private static JsonNode preview(ApiService service, String change) throws Exception {
        HttpResponse<String> answer = service.put("/api/settings?preview=true", change);
        assertThat(answer.statusCode()).as(change + " " + answer.body()).isEqualTo(200);
        return ApiService.json(answer);
    }

    private static void changed(ApiService service, String change) throws Exception {
        HttpResponse<String> answer = service.put("/api/settings", change);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> everything(ApiService service) {
        List<String> counts = new ArrayList<>();
        for (String table : List.of(
                "sync_run",
                "plan_item",
                "plan_address",
                "plan_member",
                "plan_warning",
                "plan_candidate",
                "removal_candidate",
                "run_count",
                "image_user",
                "image_group",
                "image_address",
                "image_member",
                "image_filter",
                "image_filter_member",
                "image_exempt_address",
                "account",
                "mail_group",
                "address",
                "group_member",
                "setting_override",
                "audit_event")) {
            counts.add(table + " " + service.rows("select count(*) from " + table));
        }
        counts.addAll(service.rows("select entra_id, reason, row_hash from image_user order by entra_id"));
        counts.addAll(service.rows("select entra_id, reason, row_hash from image_group order by entra_id"));
        return counts;
    }
}
