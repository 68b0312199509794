package io.entrasync.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The body of a {@code $batch}: at most 20 requests, ids unique, URLs relative to the version.
 *
 * @param requests the requests
 */
public record BatchRequest(List<Part> requests) {
    /** What Graph takes in one batch. */
    public static final int LIMIT = 20;

    /** One request. */
    public record Part(String id, String method, String url) {}

    /** GETs whose ids are their positions. */
    static BatchRequest gets(List<String> urls) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            parts.add(new Part(String.valueOf(i), "GET", urls.get(i)));
        }
        return new BatchRequest(parts);
    }
}
