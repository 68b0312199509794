package io.entrasync.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A new directory is filled, reviewed and changed, all in the browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewInBrowserTest extends InBrowser {
    @Test
    @Order(1)
    void anUnregisteredDomainIsRegisteredInTheRedBoxAndTheSyncRunsAgain() throws Exception {
        loggedIn();
        window.press("Sync now");
        Locator box =
                window.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("example.net"));
        assertThat(box).containsText("not registered");
        assertThat(box).containsText("2 users, 1 group");
        window.press("Register");
        window.shows("✓ Registered");
        window.press("Run the sync again");
        window.shows("Succeeded");
        window.shows("33 changes applied.");
        assertThat(service.read("/api/accounts?size=1").path("total").asInt()).isEqualTo(23);
    }

    @Test
    @Order(2)
    void aReviewedSyncLeavesOutWhoIsDeselectedAndExempt() throws Exception {
        service.sample().change();
        loggedIn();
        window.press("Review changes");
        assertThat(window.heading()).hasText("Review");
        window.page.getByLabel("Apply to Henrik Lund").uncheck();
        window.shows("1 left out");
        section("Deleting");
        window.press("Exempt Aleksandra Nowak");
        window.page.getByLabel("Reason").fill("needed until May");
        window.press("Exempt");
        assertThat(section("◆ Exempt 1")).isVisible();
        section("Disabling");
        assertThat(window.row("Ingrid Sørensen")).containsText("Stops receiving mail");
        assertThat(window.row("Ingrid Sørensen")).containsText("Active → Disabled");
        section("Updating");
        assertThat(window.row("Hana Bergmann")).containsText("hana.dvorakova@example.com → hana.bergmann@example.com");
        window.press("Sync directory");
        window.shows("1 user will be disabled or deleted");
        window.press("Apply 6 changes");
        window.shows("6 changes applied.");

        assertThat(addresses("henrik.lund")).isEmpty();
        assertThat(addresses("nadia.benali")).hasSize(1);
        assertThat(addresses("aleksandra.nowak")).hasSize(1);
        JsonNode exemption = service.read("/api/exemptions?q=needed").at("/items/0");
        assertThat(exemption.path("createdBy").asText()).isEqualTo("operator");
    }

    /** Tab, arrows, space and enter: from the overview to an approved plan. */
    @Test
    @Order(3)
    void aPlanIsReviewedByKeyboardAlone() throws Exception {
        loggedIn();
        tabTo("Review changes");
        window.page.keyboard().press("Enter");
        assertThat(window.heading()).hasText("Review");
        window.row("Henrik Lund").waitFor();
        assertThat(window.heading()).isFocused();
        tabTo("Select none");
        window.page.keyboard().press("Enter");
        window.shows("1 change, 1 left out");
        tabTo("Apply to Henrik Lund");
        window.page.keyboard().press("Space");
        window.shows("2 changes");
        tabTo("Sync directory");
        window.page.keyboard().press("Enter");
        tabTo("Apply 2 changes");
        window.page.keyboard().press("Enter");
        window.shows("2 changes applied.");
        assertThat(addresses("henrik.lund")).hasSize(1);
    }

    @Test
    @Order(4)
    void whatARunDidIsFoundInTheHistoryAndTakenBack() {
        loggedIn().open("history");
        window.row("Run 4").getByRole(AriaRole.LINK).first().click();
        window.press("Not brought over");
        window.page.getByLabel("Reason").selectOption("GUEST");
        assertThat(window.row("Conrad Bell")).containsText("Guest");
        window.press("Undo …");
        window.press("Plan the undo");
        assertThat(window.heading()).hasText("Review");
        window.shows("takes back what run 4 applied");
        section("Deleting");
        assertThat(window.row("Henrik Lund")).isVisible();
        window.page.locator(".decide").getByText("Reject").click();
        window.press("Reject");
        window.shows("Rejected");
    }

    private Locator section(String name) {
        Locator tab = window.page
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Sections of the plan"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(name));
        tab.click();
        return tab;
    }

    /** Presses Tab until the element of this name has the focus. */
    private void tabTo(String name) {
        for (int i = 0; i < 60; i++) {
            window.page.keyboard().press("Tab");
            String focused = String.valueOf(window.page.evaluate(
                    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"));
            if (focused.equals(name)) {
                return;
            }
        }
        throw new AssertionError("No way by Tab to " + name);
    }

    private static List<String> addresses(String local) throws Exception {
        return service.read("/api/accounts?q=" + local).path("items").findValuesAsText("primaryAddress");
    }
}
