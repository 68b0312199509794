package io.entrasync.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.entrasync.flow.ApiService;
import io.entrasync.flow.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Takes pictures of the console for the documentation; {@code docs/screenshots.sh} runs it. */
class Screenshots {
    private final Path folder = Path.of(System.getProperty("screenshots", "target/screenshots"));

    @Test
    void take() throws Exception {
        try (Chromium chromium = Chromium.start();
                ApiService service =
                        new ApiService(TestDatabase.HSQLDB, Map.of("entra.primary-domain", "example.com"))) {
            service.sync();
            service.post("/api/connection/check", "");
            service.sample().change();
            service.run("{\"mode\":\"REVIEW\"}");
            pictures(chromium, service, "light", size(1280, 860));
            pictures(chromium, service, "dark", size(1280, 860).setColorScheme(ColorScheme.DARK));
            pictures(
                    chromium,
                    service,
                    "phone",
                    size(360, 740).setDeviceScaleFactor(2).setHasTouch(true));
        }
    }

    private static Browser.NewContextOptions size(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height);
    }

    private void pictures(Chromium chromium, ApiService service, String name, Browser.NewContextOptions options) {
        Map<String, String> places = new TreeMap<>(Map.of(
                "overview", "overview",
                "review", "review",
                "settings", "settings",
                "history", "history",
                "run", "history/1",
                "accounts", "accounts",
                "account", "accounts/3",
                "explain", "explain?subject=ingrid.sorensen@example.com"));
        places.putAll(Map.of(
                "groups", "groups",
                "group", "groups/1",
                "domains", "domains",
                "exemptions", "exemptions",
                "audit", "audit",
                "summary", "summary"));
        try (Window window = chromium.window(service.url("/"), options)) {
            window.page.navigate(service.url("/console/login.html"));
            picture(window, "login-" + name);
            window.login("correct horse");
            window.page.waitForURL("**/console/");
            places.forEach((picture, place) -> {
                window.open(place);
                picture(window, picture + "-" + name);
            });
        }
    }

    private void picture(Window window, String name) {
        window.page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(window.page.locator(".loading")).hasCount(0);
        window.page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
