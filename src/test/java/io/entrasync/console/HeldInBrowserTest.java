package io.entrasync.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the safeguards hold is decided on in the browser; what a run did is taken along as a file. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HeldInBrowserTest extends InBrowser {
    @Test
    @Order(1)
    void heldRemovalsAreExemptedAndApproved() throws Exception {
        service.sync();
        service.put("/api/settings", "{\"safeguard.max-removals\":0}");
        List<JsonNode> leaving = service.read("/api/accounts?size=500").path("items").findParents("entraId").stream()
                .filter(account -> account.path("status").asText().equals("ACTIVE"))
                .filter(account -> account.path("source").asText().equals("ENTRA"))
                .limit(2)
                .toList();
        leaving.forEach(account ->
                service.sample().tenant().removeUser(account.path("entraId").asText()));
        service.run("{\"mode\":\"APPLY\"}");

        loggedIn();
        window.shows("The safeguards hold 2 changes back.");
        window.page.getByText("Decide on them").click();
        String stays = leaving.get(0).path("displayName").asText();
        window.press("Exempt " + stays);
        window.page.getByLabel("Reason").fill("is only on leave");
        window.press("Exempt");
        window.shows("Exempt: " + stays);
        window.press("Approve held changes");
        window.shows("1 change will be applied to the directory.");
        window.press("Approve");
        window.shows("1 change applied.");
        assertThat(service.read("/api/accounts?q="
                                + leaving.get(0).path("primaryAddress").asText())
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.read("/api/accounts?q="
                                + leaving.get(1).path("primaryAddress").asText())
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(2)
    void aRunIsTakenAlongAsCsvAndAsJson() throws Exception {
        loggedIn().open("history/1");
        Download csv = window.page.waitForDownload(() -> window.press("Export CSV"));
        assertThat(csv.suggestedFilename()).isEqualTo("run-1.csv");
        assertThat(Files.readString(csv.path())).startsWith("id,category").contains("mina.okafor@example.com");
        Download json = window.page.waitForDownload(() -> window.press("Export JSON"));
        JsonNode items = new ObjectMapper().readTree(Files.readString(json.path()));
        assertThat(items)
                .hasSize(service.read("/api/runs/1/items").path("total").asInt());
    }

    @Test
    @Order(3)
    void aLocalAccountIsMadeAndBlocked() throws Exception {
        loggedIn().open("accounts");
        window.press("New local account");
        window.page.getByLabel("Primary address").fill("front.desk@example.com");
        window.page.locator("dialog").getByLabel("Name").fill("Front desk – réception");
        window.press("Make it");
        assertThat(window.heading()).hasText("Front desk – réception");
        window.press("Block …");
        window.press("Block");
        window.shows("The account is blocked.");
        assertThat(window.button("Unblock")).isVisible();
        assertThat(service.read("/api/accounts?q=front.desk")
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("DISABLED");
    }
}
