package io.entrasync.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser window on the console, and what people do in it. Whatever the browser complains about fails the test. */
final class Window implements AutoCloseable {
    final BrowserContext context;
    final Page page;
    private final String url;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Window(Browser browser, String url, Browser.NewContextOptions options) {
        this.url = url;
        context = browser.newContext(options.setLocale("en-GB").setTimezoneId("Europe/Vienna"));
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // what the service refuses is shown on the page, and looked for there
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    Window login(String password) {
        page.navigate(url);
        page.getByLabel("User name").fill("operator");
        page.getByLabel("Password").fill(password);
        press("Log in");
        return this;
    }

    /** Opens a page by its place in the navigation's addresses, such as {@code settings}. */
    Window open(String place) {
        page.navigate(url + "console/#/" + place);
        assertThat(heading()).isVisible();
        return this;
    }

    Locator heading() {
        return page.locator("h1");
    }

    /** The button of this name, in the dialog that is open, or else on the page. */
    Locator button(String name) {
        Locator dialog = page.locator("dialog[open]");
        Page.GetByRoleOptions exact = new Page.GetByRoleOptions().setName(name).setExact(true);
        return dialog.count() > 0
                ? dialog.last()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName(name).setExact(true))
                : page.getByRole(AriaRole.BUTTON, exact);
    }

    void press(String name) {
        button(name).click();
    }

    Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    void shows(String text) {
        assertThat(page.getByText(text).locator("visible=true").first()).isVisible();
    }

    /** What axe finds serious or critical: rule and element. */
    List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                        .flatMap(found -> found.getNodes().stream().map(node -> found.getId() + " " + node.getHtml()))
                        .toList();
    }

    void complainsAboutNothing() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
