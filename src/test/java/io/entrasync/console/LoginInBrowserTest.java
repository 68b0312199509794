package io.entrasync.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Logging in, and out, and what happens in between. */
class LoginInBrowserTest extends InBrowser {
    @Test
    void whoIsNotLoggedInIsShownWhereToLogIn() {
        window = chromium.window(service.url("/"));
        window.page.navigate(service.url("/console/"));
        assertThat(window.page).hasURL(Pattern.compile(".*/console/login\\.html$"));
        assertThat(window.page.getByLabel("User name")).isFocused();
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneStillWorks() {
        window = chromium.window(service.url("/")).login("wrong");
        window.shows("User name or password is wrong.");
        assertThat(window.page.getByLabel("Password")).isFocused();
        window.login(PASSWORD).shows("Overview");
        window.shows("operator");
    }

    @Test
    void anExpiredSessionLeadsBackToWhereOneWas() {
        loggedIn().open("domains");
        window.page.waitForLoadState(LoadState.NETWORKIDLE);
        window.context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("entra-sync-session"));
        window.press("Register a domain");
        window.page
                .getByLabel("Domain", new Page.GetByLabelOptions().setExact(true))
                .fill("example.edu");
        window.press("Register");
        window.shows("Your session has ended.");
        window.page.getByLabel("User name").fill("operator");
        window.page.getByLabel("Password").fill(PASSWORD);
        window.press("Log in");
        assertThat(window.heading()).hasText("Domains");
    }

    @Test
    void loggingOutEndsTheSession() {
        loggedIn();
        Cookie session = window.context.cookies().stream()
                .filter(cookie -> cookie.name.equals("entra-sync-session"))
                .findFirst()
                .orElseThrow();
        assertThat(session.httpOnly).isTrue();
        window.press("Log out");
        window.shows("You are logged out.");
        window.page.navigate(service.url("/console/"));
        assertThat(window.page).hasURL(Pattern.compile(".*/login\\.html$"));
    }

    @Test
    void theFirstLoadIsSmall() {
        window = chromium.window(service.url("/"));
        window.login(PASSWORD).shows("Permissions");
        Object bytes = window.page.evaluate(
                "performance.getEntries().reduce((so, entry) => so + (entry.decodedBodySize ?? 0), 0)");
        assertThat(((Number) bytes).longValue()).isBetween(30_000L, 150_000L);
    }
}
