package io.entrasync.fake;

import java.util.List;
import java.util.Map;

/**
 * A request that arrived, at the server or inside a batch.
 *
 * @param method HTTP method
 * @param target path and query as sent, relative to the version
 * @param headers request headers; empty inside a batch
 * @param body request body, or ""
 * @param page which page of its collection it asks for; 1 if it follows no link of this server
 */
public record RecordedRequest(String method, String target, Map<String, List<String>> headers, String body, int page) {

    /** The path without its query. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** The first value of a header, whatever its case; null if it was not sent. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst()
                .orElse(null);
    }
}
