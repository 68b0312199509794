package io.entrasync.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that is installed on this machine; tests that need it are skipped where there is none. */
final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome-stable",
            "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Starts it; skips the test if there is none. */
    static Chromium start() {
        Optional<Path> executable = installed();
        Assumptions.assumeTrue(
                executable.isPresent(),
                "Skipped: no Chromium is installed (looked at CHROMIUM and " + String.join(", ", PLACES) + ").");
        return new Chromium(executable.orElseThrow());
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.of(System.getenv("CHROMIUM")).filter(Objects::nonNull), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A new window with cookies of its own. */
    Window window(String url) {
        return new Window(browser, url, new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    Window window(String url, Browser.NewContextOptions options) {
        return new Window(browser, url, options);
    }

    /** A place for pages that are no part of the console. */
    BrowserContext context(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
