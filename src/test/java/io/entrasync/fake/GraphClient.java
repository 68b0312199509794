package io.entrasync.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a Graph server plainly, without retries or checks, so that tests see what it really answers. */
public final class GraphClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String baseUrl;

    public GraphClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Asks for a path and query relative to the version. */
    public HttpResponse<String> get(String target) throws Exception {
        return send(baseUrl + target);
    }

    /** Asks for an absolute address. */
    public HttpResponse<String> send(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The ids of a collection, over all its pages. */
    public List<String> ids(String target) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String next = baseUrl + target; next != null; ) {
            HttpResponse<String> page = send(next);
            json(page).path("value").forEach(entry -> ids.add(entry.path("id").asText()));
            next = link(page);
        }
        return ids;
    }

    /** Sends a batch; the answers by their id. */
    public Map<String, JsonNode> batch(String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + "/$batch"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        json(send(request))
                .path("responses")
                .forEach(answer -> answers.put(answer.path("id").asText(), answer));
        return answers;
    }

    /** The link to the next page; null on the last one. */
    public static String link(HttpResponse<String> page) throws IOException {
        return json(page).path("@odata.nextLink").asText(null);
    }

    /** The code of an error. */
    public static String code(HttpResponse<String> answer) throws IOException {
        return json(answer).at("/error/code").asText();
    }

    public static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
