package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.convention.RoutesRun;
import io.entrasync.runtime.spring.EntraSyncApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** The demo as a newcomer starts it: the sample tenant over HTTP in the same process, and a first sync by itself. */
class DemoTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theDemoSyncsByItselfAndShowsEachCategoryAfterAChange() throws Exception {
        int port = freePort();
        String url = "http://localhost:" + port;
        try (var service = SpringApplication.run(
                EntraSyncApplication.class,
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--entrasync.mail.port=" + freePort(),
                "--entrasync.graph.page-size=7")) {
            JsonNode first = finished(url, 1);
            assertThat(first.at("/trigger").asText()).isEqualTo("SCHEDULED");
            assertThat(first.at("/status").asText()).isEqualTo("SUCCEEDED");
            assertThat(first.at("/progress/pages").asInt()).isGreaterThan(5);
            assertThat(first.at("/counts/applied/ADD/users").asInt()).isEqualTo(21);
            assertThat(first.at("/counts/skipped"))
                    .isEqualTo(
                            JSON.readTree("{\"ADDRESS_CONFLICT\":1,\"DYNAMIC_MEMBERSHIP\":1,\"EXEMPT\":1,\"GUEST\":2,"
                                    + "\"INCOMPLETE_OBJECT\":1,\"INVALID_ADDRESS\":1,\"NOT_SELECTED\":3,\"NO_PRIMARY_ADDRESS\":1,"
                                    + "\"NO_PROXY_ADDRESS\":3,\"SIGN_IN_DISABLED\":9,\"UNREGISTERED_DOMAIN\":3}"));

            assertThat(send("POST", url + "/demo/change", "").at("/changed")).isNotEmpty();
            send("POST", url + "/api/domains", "{\"name\":\"example.net\",\"purpose\":\"RELAY\"}");
            send("POST", url + "/api/runs", "{\"mode\":\"APPLY\"}");
            JsonNode second = finished(url, 2);
            assertThat(second.at("/status").asText()).isEqualTo("SUCCEEDED");
            for (String category : new String[] {"ADD", "UPDATE", "DISABLE", "DELETE"}) {
                assertThat(second.at("/counts/applied/" + category + "/users").asInt())
                        .as(category)
                        .isPositive();
            }
            send("POST", url + "/api/summary/send", "");
            JsonNode mail = mail(url);
            assertThat(mail.at("/to/0").asText()).isEqualTo("mina.okafor@example.com");
            assertThat(mail.at("/from").asText()).isEqualTo("entra-sync@example.com");
            URI page = URI.create(url + "/demo/mail/" + mail.path("id").asText() + ".html");
            assertThat(client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                            .body())
                    .contains("<html", "</html>");
            RoutesRun.note(service.getBean(CamelContext.class));
        }
    }

    private JsonNode finished(String url, int run) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> send("GET", url + "/api/runs/" + run, ""),
                        answer -> !answer.path("finishedAt").isMissingNode()
                                && !answer.path("finishedAt").isNull());
    }

    private JsonNode mail(String url) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> send("GET", url + "/demo/mail", ""), list -> !list.isEmpty())
                .get(0);
    }

    private JsonNode send(String method, String url, String body) throws IOException, InterruptedException {
        String login =
                Base64.getEncoder().encodeToString("operator:demo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
