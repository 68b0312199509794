package io.entrasync.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers {@code POST /$batch}: up to twenty requests in one, answered in any order. */
public final class GraphBatch {
    private static final int MOST = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<BatchRequest, GraphAnswer> inner;
    private final Random order = new Random(20);

    /** Answers each inner request by this function. */
    public GraphBatch(Function<BatchRequest, GraphAnswer> inner) {
        this.inner = inner;
    }

    /** The outer answer; throws {@link IllegalArgumentException} with the reason if the batch is not well formed. */
    public GraphAnswer answer(@Nullable String body) {
        List<Map<String, Object>> responses = new ArrayList<>();
        for (BatchRequest request : requests(body)) {
            responses.add(response(request.id(), inner.apply(request)));
        }
        Collections.shuffle(responses, order);
        return GraphAnswer.ok(Map.of("responses", responses));
    }

    private static Map<String, Object> response(String id, GraphAnswer answer) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("id", id);
        response.put("status", answer.status());
        response.put("headers", answer.headers());
        response.put("body", answer.body());
        return response;
    }

    private static List<BatchRequest> requests(@Nullable String body) {
        JsonNode requests = parsed(body).path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw new IllegalArgumentException("A batch needs a list 'requests' with at least one request.");
        }
        if (requests.size() > MOST) {
            throw new IllegalArgumentException("A batch takes at most " + MOST + " requests.");
        }
        Set<String> ids = new HashSet<>();
        List<BatchRequest> read = new ArrayList<>();
        for (JsonNode request : requests) {
            read.add(request(request));
            if (!ids.add(request.path("id").asText())) {
                throw new IllegalArgumentException("Each request in a batch needs an id of its own.");
            }
        }
        return read;
    }

    private static BatchRequest request(JsonNode node) {
        for (String required : List.of("id", "method", "url")) {
            if (!node.path(required).isTextual()) {
                throw new IllegalArgumentException("A request in a batch needs the text '" + required + "'.");
            }
        }
        String url = node.path("url").asText();
        String body = node.hasNonNull("body") ? node.path("body").toString() : null;
        return new BatchRequest(
                node.path("id").asText(), node.path("method").asText(), url.startsWith("/") ? url : "/" + url, body);
    }

    private static JsonNode parsed(@Nullable String body) {
        try {
            return JSON.readTree(body == null ? "" : body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The batch is not valid JSON.", e);
        }
    }
}
