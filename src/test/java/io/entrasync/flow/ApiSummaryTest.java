package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The summary over the API: as JSON, as a page, and mailed at once. */
class ApiSummaryTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itTellsWhatTheDayBrought(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database, Map.of("report.zone", "UTC"))) {
            JsonNode before = service.read("/api/summary");
            assertThat(before.path("verdict").asText()).isEqualTo("ATTENTION");
            assertThat(before.path("headline").asText()).isEqualTo("No sync has run yet");
            assertThat(before.path("lastSuccessAt").isMissingNode()
                            || before.path("lastSuccessAt").isNull())
                    .isTrue();
            service.sync();
            service.execute("update account set role = 'ADMIN', mobile_phone = null where id ="
                    + " (select min(id) from account where source = 'ENTRA' and status = 'ACTIVE')");
            service.put("/api/settings", "{\"safeguard.max-removals\":50}");
            JsonNode summary = service.read("/api/summary?date=" + today());
            assertThat(summary.path("date").asText()).isEqualTo(today().toString());
            assertThat(summary.path("changes").path("ADD")).isNotEmpty();
            assertThat(summary.path("counts").path("ADD").path("users").asInt())
                    .isGreaterThanOrEqualTo(summary.path("changes").path("ADD").size() - 50)
                    .isPositive();
            assertThat(summary.path("runs").get(0).path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(summary.path("skipped").path("GUEST").asInt()).isPositive();
            assertThat(summary.path("noMail").findValuesAsText("address")).isNotEmpty();
            assertThat(summary.path("adminsWithoutMobile")).hasSize(1);
            assertThat(summary.path("settingsChanged").get(0).path("key").asText())
                    .isEqualTo("safeguard.max-removals");
            assertThat(summary.path("settingsChanged").get(0).path("by").asText())
                    .isEqualTo("operator");
            assertThat(summary.has("held") && summary.has("blocked") && summary.has("failed"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSameIsAPageForABrowser(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            HttpResponse<String> page =
                    service.send(service.request("/api/summary").header("Accept", "text/html,*/*;q=0.8"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("Entra ID Summary");
            HttpResponse<String> json =
                    service.send(service.request("/api/summary").header("Accept", "application/json"));
            assertThat(json.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void adayThatIsNoneOrToComeIsRefused(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            ApiTest.refused(service.get("/api/summary?date=yesterday"), 400, "INVALID_REQUEST");
            ApiTest.refused(service.get("/api/summary?date=" + today().plusDays(3)), 400, "INVALID_REQUEST");
            assertThat(service.read("/api/summary?date=2020-02-29").path("runs"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withNobodyToSendItToSendingIsRefused(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            ApiTest.refused(send(service), 409, "NO_TECH_CONTACT");
            assertThat(service.rows("select count(*) from mail_message")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itIsMailedAtOnceBesidesTheDailyOne(TestDatabase database) throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try (ApiService service = new ApiService(
                database,
                Map.of(
                        "tech-contact", "contact@partner.example",
                        "mail.host", "127.0.0.1",
                        "mail.port", String.valueOf(mails.getSmtp().getPort()),
                        "mail.tls", "none"))) {
            service.sync();
            assertThat(send(service).statusCode()).isEqualTo(202);
            assertThat(send(service).statusCode()).isEqualTo(202);
            assertThat(mails.waitForIncomingEmail(20_000, 2)).isTrue();
            assertThat(mails.getReceivedMessages()[0].getSubject()).startsWith("Entra ID Summary");
            assertThat(mails.getReceivedMessages()[0].getMessageID())
                    .isNotEqualTo(mails.getReceivedMessages()[1].getMessageID());
            assertThat(service.rows("select count(*) from mail_message where daily"))
                    .containsExactly("0");
        } finally {
            mails.stop();
        }
    }

    private static HttpResponse<String> send(ApiService service) throws Exception {
        return service.send(service.request("/api/summary/send").POST(BodyPublishers.noBody()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
