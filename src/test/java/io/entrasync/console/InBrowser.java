package io.entrasync.console;

import com.microsoft.playwright.Page;
import io.entrasync.flow.ApiService;
import io.entrasync.flow.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/** One service and one browser for the tests of a class; each test has a window of its own. */
abstract class InBrowser {
    static final String PASSWORD = "correct horse";

    static Chromium chromium;
    static ApiService service;
    Window window;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        service = new ApiService(TestDatabase.HSQLDB, Map.of("entra.primary-domain", "example.com"));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    /** A window that is logged in and shows the overview. */
    Window loggedIn() {
        window = chromium.window(service.url("/")).login(PASSWORD);
        window.shows("Overview");
        window.page.waitForURL("**/console/");
        return window;
    }

    /** What a failed test saw last is found under target/browser. */
    @AfterEach
    void theBrowserIsContent(TestInfo test) {
        if (window != null) {
            String name = test.getTestMethod().orElseThrow().getName() + ".png";
            window.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name)));
            window.complainsAboutNothing();
            window.close();
        }
    }
}
