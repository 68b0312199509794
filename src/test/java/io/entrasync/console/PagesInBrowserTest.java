package io.entrasync.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.entrasync.flow.ApiService;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages on a directory that is filled, with a plan that waits. */
class PagesInBrowserTest extends InBrowser {
    private static final List<String> PLACES = List.of(
            "overview",
            "review",
            "history",
            "history/1",
            "accounts",
            "accounts/3",
            "groups",
            "groups/1",
            "domains",
            "exemptions",
            "explain?subject=ingrid.sorensen@example.com",
            "audit",
            "settings");

    @BeforeAll
    static void aPlanWaits() throws Exception {
        service.sync();
        service.sample().change();
        service.run("{\"mode\":\"REVIEW\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageHasSeriousBarriers(ColorScheme scheme) {
        window = chromium.window(
                service.url("/"),
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme));
        window.page.navigate(service.url("/console/login.html"));
        assertThat(window.barriers()).as("login").isEmpty();
        window.login(PASSWORD).shows("Overview");
        for (String place : PLACES) {
            window.open(place);
            assertThat(window.page.locator(".loading")).hasCount(0);
            assertThat(window.barriers()).as(place).isEmpty();
        }
    }

    @Test
    void everyPageFitsAPhone() {
        window = chromium.window(
                service.url("/"),
                new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
        window.login(PASSWORD).shows("Overview");
        window.press("Menu");
        window.page.locator("#nav").getByText("Accounts").click();
        assertThat(window.heading()).hasText("Accounts");
        for (String place : PLACES) {
            window.open(place);
            assertThat(window.page.locator(".loading")).hasCount(0);
            assertThat(window.page.evaluate("[...document.querySelectorAll('main *')].filter((part) =>"
                            + " part.getBoundingClientRect().right > innerWidth && !part.closest('.tabs, .scroll, thead'))"
                            + ".map((part) => part.outerHTML.slice(0, 80)).join()"))
                    .as(place)
                    .isEqualTo("");
        }
    }

    @Test
    void whatASettingWouldChangeIsSeenBeforeItIsSaved() throws Exception {
        loggedIn().open("settings");
        window.page.getByLabel("No users with").fill("department=Sales");
        window.press("Save");
        window.shows("Some would stop receiving mail.");
        assertThat(window.row("Tomasz Zieliński")).containsText("Left out by a filter");
        assertThat(service.read("/api/settings").at("/filter.exclude/value")).isEmpty();
        window.page.getByLabel("Why (kept with the change)").fill("they have moved");
        window.press("Save");
        window.shows("Changed by operator");
        assertThat(service.read("/api/settings").at("/filter.exclude/value/0").asText())
                .isEqualTo("department=Sales");

        window.press("Reset filter.exclude to the configured value");
        assertThat(window.page.getByText("Changed by operator")).hasCount(0);
        assertThat(service.read("/api/settings").at("/filter.exclude/value")).isEmpty();
    }

    @Test
    void aWrongSettingIsRefusedWithTheReason() {
        loggedIn().open("settings");
        window.page.getByLabel("Syncs go on without one for").fill("soon");
        window.press("Save");
        window.press("Save");
        window.shows("tech-contact-grace");
        window.shows("What to do:");
        window.press("Cancel");
    }

    @Test
    void anAccountBecomesFunctionalAndAUserAgain() throws Exception {
        loggedIn().open("accounts?q=fontaine");
        window.page.getByText("Amélie Fontaine").click();
        window.press("Convert to functional …");
        window.shows("Exempt from now on: amelie.fontaine@example.com, ceo@example.com");
        window.press("Convert");
        window.shows("Functional: mail flow, no login");
        assertThat(service.read("/api/exemptions?q=amelie").path("total").asInt())
                .isEqualTo(1);
        window.press("Convert to user …");
        window.press("Convert");
        window.shows("What the next run will do");
        window.press("Close");
        assertThat(service.read("/api/exemptions?q=amelie").path("total").asInt())
                .isZero();
    }

    @Test
    void manyAccountsAreChangedAtOnce() throws Exception {
        loggedIn().open("accounts?q=example.org");
        window.page.getByLabel("Mark Matteo Colombo").check();
        window.press("Change role or kind …");
        window.page.getByLabel("Role").selectOption("SILENT_USER");
        window.press("Change");
        assertThat(window.row("Matteo Colombo")).containsText("Silent user");
    }

    @Test
    void explainTellsWhyRuleByRule() {
        loggedIn().open("explain");
        window.page.getByLabel("Address or object id").fill("ingrid.sorensen@example.com");
        window.press("Explain");
        window.shows("out of scope, so it is disabled");
        assertThat(window.row("sign-in enabled")).containsText("Sign-in disabled");
        assertThat(window.page.getByText("not reached")).not().hasCount(0);
    }

    @Test
    void domainsAndExemptionsAreMadeAndRemoved() throws Exception {
        loggedIn().open("domains");
        window.press("Register a domain");
        window.page
                .getByLabel("Domain", new Page.GetByLabelOptions().setExact(true))
                .fill("no domain");
        window.press("Register");
        window.shows("A value is not allowed.");
        window.page
                .getByLabel("Domain", new Page.GetByLabelOptions().setExact(true))
                .fill("example.edu");
        window.press("Register");
        assertThat(window.row("example.edu")).containsText("Relay");
        window.press("Remove example.edu");
        window.press("Remove");
        assertThat(window.row("example.edu")).hasCount(0);
        window.press("Remove example.org");
        window.shows("have addresses in it.");
        window.press("Cancel");

        window.open("exemptions");
        window.press("Exempt somebody");
        window.page.getByLabel("Address or object id").fill("visitor@example.com");
        window.press("Exempt");
        assertThat(window.row("visitor@example.com")).isVisible();
        window.press("Lift the exemption of visitor@example.com");
        window.press("Lift");
        assertThat(window.row("visitor@example.com")).hasCount(0);
        assertThat(service.read("/api/exemptions?q=visitor").path("total").asInt())
                .isZero();
    }

    @Test
    void theSummaryOfTheDayIsShownAsItIsMailed() {
        loggedIn().open("summary");
        assertThat(window.page.frameLocator("iframe").locator("body")).containsText("Entra ID Summary");
        window.press("Send it now");
        window.press("Send");
        window.shows("tech contact");
        window.press("Cancel");
    }

    @Test
    void whatComesFromTheTenantIsTextAndNeverMarkup() throws Exception {
        ApiService.json(
                service.post(
                        "/api/accounts",
                        "{\"primaryAddress\":\"odd@example.com\",\"displayName\":\"<img src=x onerror=alert(1)>\",\"role\":\"END_USER\"}"));
        loggedIn().open("accounts?q=odd@");
        window.shows("<img src=x onerror=alert(1)>");
        assertThat(window.page.locator("main img")).hasCount(0);
    }

    @Test
    void theSystemsFrequencyIsOneClickAwayOnceThereIsATechContact() throws Exception {
        service.execute(
                "insert into setting_override (setting_key, setting_value, encrypted, origin, changed_by, changed_at, reason,"
                        + " configured_value, former_value) values ('when.frequency', 'never', false, 'SYSTEM', 'SYSTEM',"
                        + " current_timestamp, 'No tech contact', 'never', '6h')");
        loggedIn().open("overview");
        window.shows("Nobody receives the daily summary.");
        window.open("settings");
        window.press("Sync every 6h again");
        window.shows("Changed by operator");
        service.delete("/api/settings/when.frequency");
    }
}
