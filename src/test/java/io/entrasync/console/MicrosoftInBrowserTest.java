package io.entrasync.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.OpenIdServer;
import io.entrasync.flow.ApiService;
import io.entrasync.flow.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Logging in with Microsoft, at a real OpenID provider. */
class MicrosoftInBrowserTest {
    private static final String TENANT = "c0de0000-0000-4000-8000-000000000001";
    private static final String ADMIN = SampleTenant.userId(1);

    private static Chromium chromium;
    private static OpenIdServer microsoft;
    private static ApiService service;
    private Window window;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        microsoft = new OpenIdServer(TENANT);
        int port = unused();
        service = new ApiService(
                TestDatabase.HSQLDB,
                Map.of(
                        "entra.authority-host",
                        microsoft.authority(),
                        "entra.client-id",
                        OpenIdServer.CLIENT,
                        "entra.client-secret",
                        "whispered",
                        "console.microsoft-login",
                        "button",
                        "console.public-url",
                        "http://localhost:" + port),
                port);
        service.sync();
        service.execute("update directory_state set tenant_id = '" + TENANT + "'");
        service.execute("update account set role = 'ADMIN' where entra_id = '" + ADMIN + "'");
        service.post(
                "/api/accounts",
                "{\"primaryAddress\":\"root@example.com\",\"displayName\":\"Root\",\"role\":\"ADMIN\"}");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
            microsoft.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        service.put("/api/settings", "{\"console.microsoft-login\":\"button\"}");
        window = chromium.window(service.url("/"), new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
    }

    @AfterEach
    void close(TestInfo test) {
        if (window != null) {
            window.end(test);
        }
    }

    @Test
    void anAdministratorLogsInByTheEntraIdAndIsNamedInTheAuditTrail() throws Exception {
        microsoft.next(ADMIN, "whoever@example.com", Map.of());
        viaButton();
        window.shows("Overview");
        window.shows("mina.okafor@example.com");
        window.open("domains");
        window.press("Register a domain");
        window.page.getByRole(AriaRole.DIALOG).getByLabel("Domain").fill("example.edu");
        window.press("Register");
        assertThat(window.row("example.edu")).isVisible();
        assertThat(service.read("/api/audit?q=example.edu").at("/items/0/actor").asText())
                .isEqualTo("mina.okafor@example.com");
    }

    @Test
    void whoLosesTheRoleIsOutAtTheNextRequest() throws Exception {
        microsoft.next(ADMIN, "mina.okafor@example.com", Map.of());
        viaButton();
        window.shows("Overview");
        service.execute("update account set role = 'END_USER' where entra_id = '" + ADMIN + "'");
        try {
            window.page.navigate(service.url("/console/#/audit"));
            window.shows("Your session has ended.");
        } finally {
            service.execute("update account set role = 'ADMIN' where entra_id = '" + ADMIN + "'");
        }
    }

    @Test
    void whoIsNoAdministratorIsToldSo() {
        microsoft.next(SampleTenant.userId(3), "amelie.fontaine@example.com", Map.of());
        viaButton();
        window.shows("You are no administrator of this directory.");
    }

    @Test
    void aGuestIsNeverAdmitted() {
        microsoft.next(ADMIN, "mina.okafor@example.com", Map.of("idp", "https://sts.windows.net/another/"));
        viaButton();
        window.shows("You are a guest in this tenant.");
    }

    @Test
    void aTokenOfAnotherTenantIsRefused() {
        microsoft.next(ADMIN, "mina.okafor@example.com", Map.of("tid", "another"));
        viaButton();
        window.shows("Your account belongs to another tenant.");
    }

    @Test
    void anAddressOpensOnceTheOperatorHasConfirmedIt() throws Exception {
        microsoft.next("0b1d0000-0000-4000-8000-00000000000a", "Root@example.com", Map.of("name", "Ruth Root"));
        viaButton();
        window.shows("The local operator has to confirm that it is you.");
        assertThat(service.read("/api/logins").at("/items/0/displayName").asText())
                .isEqualTo("Ruth Root");

        try (Window operator = chromium.window(service.url("/")).login("correct horse")) {
            operator.shows("1 administrator asks to log in with Microsoft.");
            operator.open("settings");
            operator.press("Confirm");
            operator.shows("by operator");
        }
        // asked for another account, the provider shows whom one may be
        window.page.getByText("Try another account").click();
        window.page.locator("input[name=username]").fill("root");
        window.page
                .locator("textarea")
                .fill("{\"oid\":\"0b1d0000-0000-4000-8000-00000000000a\",\"tid\":\"" + TENANT + "\"}");
        window.page.locator("form [type=submit]").click();
        window.shows("Overview");
        window.shows("root@example.com");
        window.press("Log out");
        window.shows("You are logged out.");

        // the address has found its owner: nobody else is even asked for
        microsoft.next("0b1d0000-0000-4000-8000-00000000000b", "root@example.com", Map.of());
        viaButton();
        window.shows("You are no administrator of this directory.");
    }

    @Test
    void whereAllLogInWithMicrosoftThereIsAWayToTheLocalLogin() throws Exception {
        service.put("/api/settings", "{\"console.microsoft-login\":\"true\"}");
        microsoft.next(ADMIN, "mina.okafor@example.com", Map.of());
        window.page.navigate(service.url("/"));
        window.shows("Overview");
        window.shows("mina.okafor@example.com");
        // what the page still asks for would lead it to the login by itself
        window.page.navigate("about:blank");
        window.context.clearCookies();
        window.page.navigate(service.url("/login?main=1&email=operator"));
        assertThat(window.page.getByLabel("User name")).hasValue("operator");
        window.page.getByLabel("Password").fill("correct horse");
        window.press("Log in");
        window.shows("Overview");
    }

    @Test
    void whereMicrosoftIsOutOfReachTheLocalLoginIsShown() throws Exception {
        // another tenant has another address, which nobody serves: an issuer that answers with another name
        service.execute("update directory_state set tenant_id = 'nobody\u00b7here'");
        try {
            viaButton();
            window.shows("Microsoft cannot be reached at the moment.");
        } finally {
            service.execute("update directory_state set tenant_id = '" + TENANT + "'");
        }
    }

    @Test
    void switchedOffThereIsNoButtonAndNoWay() throws Exception {
        service.put("/api/settings", "{\"console.microsoft-login\":\"false\"}");
        window.page.navigate(service.url("/login"));
        assertThat(window.page.getByText("Sign in with Microsoft")).isHidden();
        window.page.navigate(service.url("/login/microsoft"));
        assertThat(window.page).hasURL(Pattern.compile(".*/console/login\\.html$"));
    }

    private void viaButton() {
        window.page.navigate(service.url("/login"));
        window.page.getByText("Sign in with Microsoft").click();
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
