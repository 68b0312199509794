package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions and HTTP Basic as programs see them. */
class ApiLoginTest {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private ApiService service;

    @BeforeEach
    void start() {
        service = new ApiService(TestDatabase.HSQLDB);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aSessionNeedsTheTokenToChangeAnything() throws Exception {
        assertThat(login("correct horse").statusCode()).isEqualTo(204);
        assertThat(send(service.anonymous("/api/runs")).statusCode()).isEqualTo(200);
        HttpRequest.Builder change = service.anonymous("/api/domains")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"example.edu\"}"));
        HttpResponse<String> forged = send(change.copy());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(ApiService.json(forged).path("code").asText()).isEqualTo("CSRF");
        assertThat(send(change.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void cookiesAndPagesAreGuarded() throws Exception {
        HttpResponse<String> logged = login("correct horse");
        assertThat(logged.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("entra-sync-session=", "HttpOnly", "SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie).contains("XSRF-TOKEN=", "SameSite=Strict"));
        HttpResponse<String> page = send(service.anonymous("/console/"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "script-src 'self'").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        HttpResponse<String> mail = send(service.anonymous("/api/summary").header("Accept", "text/html"));
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'", "sandbox")
                .doesNotContain("script-src");
    }

    @Test
    void programsNeedNoTokenAndGetNoCookie() throws Exception {
        HttpResponse<String> made = service.post("/api/domains", "{\"name\":\"example.edu\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(service.get("/session").statusCode()).isEqualTo(404);
        HttpResponse<String> foreign = service.send(service.request("/api/runs/1/cancel")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.noBody()));
        assertThat(ApiService.json(foreign).path("code").asText()).isEqualTo("CSRF");
    }

    @Test
    void guessingIsSlowedDownButNotForABrowserThatIsKnown() throws Exception {
        assertThat(login("correct horse").statusCode()).isEqualTo(204);
        HttpRequest.Builder guess =
                service.anonymous("/api/runs").header("Authorization", ApiService.basic("operator:guess"));
        for (int i = 0; i < 5; i++) {
            assertThat(service.send(guess.copy()).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = service.send(guess);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(ApiService.json(refused).path("code").asText()).isEqualTo("TOO_MANY_LOGINS");

        assertThat(login("correct horse").statusCode()).isEqualTo(204);
        assertThat(service.rows("select distinct action from audit_event where action like 'LOG%' order by action"))
                .isEqualTo(List.of("LOGGED_IN", "LOGIN_REFUSED"));
    }

    private HttpResponse<String> login(String password) throws Exception {
        send(service.anonymous("/console/login.html"));
        return send(service.anonymous("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString("username=operator&password=" + password.replace(' ', '+'))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().get(URI.create(service.url("/"))).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoAsksToBeAnAdministratorCanBeRefused(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            service.sync();
            service.execute("insert into admin_login (entra_id, account_id, asked_at)"
                    + " select 'somebody', min(id), current_timestamp from account");
            String id = service.read("/api/logins").at("/items/0/id").asText();
            assertThat(service.delete("/api/logins/" + id).statusCode()).isEqualTo(204);
            assertThat(service.read("/api/logins").path("total").asInt()).isZero();
            assertThat(service.rows("select actor from audit_event where action = 'LOGIN_REMOVED'"))
                    .containsExactly("operator");
        }
    }
}
