package io.entrasync.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sample tenant behind HTTP: answers Graph requests, and lets the company change. */
public final class DemoGraph {
    /** Where the demo serves Graph; everything behind it is relative to the version. */
    public static final String PATH = "/demo/graph/v1.0";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SampleTenant sample;

    public DemoGraph(SampleTenant sample) {
        this.sample = sample;
    }

    /**
     * Answers one request.
     *
     * @param method HTTP method
     * @param url the absolute address that was asked, with or without its query
     * @param query the query as it was sent, not decoded
     * @param body JSON text, if the request has any
     */
    public DemoAnswer answer(String method, String url, @Nullable String query, @Nullable String body) {
        int mark = url.indexOf('?');
        String address = mark < 0 ? url : url.substring(0, mark);
        int relative = address.indexOf(PATH) + PATH.length();
        String target = address.substring(relative) + (query == null || query.isEmpty() ? "" : "?" + query);
        GraphAnswer answer = sample.tenant().answer(method, target, body, address.substring(0, relative));
        return new DemoAnswer(
                answer.status(),
                answer.headers().getOrDefault("Content-Type", "application/json"),
                json(answer.body()));
    }

    /** Changes the tenant; says as JSON what happened. */
    public DemoAnswer change() {
        return new DemoAnswer(200, "application/json", json(Map.of("changed", sample.change())));
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The demo's answer cannot be written as JSON", e);
        }
    }
}
