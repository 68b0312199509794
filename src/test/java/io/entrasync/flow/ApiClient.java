package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;

/** A client of the API, whatever runtime serves it. */
public abstract class ApiClient {
    public static final String PASSWORD = "correct horse";
    public static final String LOGIN = "operator:" + PASSWORD;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    /** The body of an answer that must be 200. */
    public JsonNode read(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    public HttpResponse<String> post(String path, String body) throws Exception {
        return send(
                request(path).header("Content-Type", "application/json").method("POST", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> patch(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> put(String path, String body) throws Exception {
        return send(
                request(path).header("Content-Type", "application/json").method("PUT", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    /** A request that is logged in. */
    public HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", basic(LOGIN));
    }

    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    /** Where the path is on this service. */
    public abstract String url(String path);

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Starts a run and waits for its end. */
    public JsonNode run(String body) throws Exception {
        HttpResponse<String> started = post("/api/runs", body);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return ended(started.headers().firstValue("Location").orElseThrow());
    }

    /** The run once it is closed. */
    public JsonNode ended(String location) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> read(location), run -> !run.path("status").asText().equals("RUNNING"));
    }

    /** Registers what the sample tenant uses besides, and brings everything over. */
    public JsonNode sync() throws Exception {
        post("/api/domains", "{\"name\":\"example.net\"}");
        return run("{\"mode\":\"APPLY\"}");
    }

    public static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
