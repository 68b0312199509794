package io.entrasync.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a collection into pages. A token remembers the last id that was sent, so that each page is found by index and
 * paging stays right while the collection changes.
 */
final class GraphPages {
    private final String baseUrl;

    GraphPages(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The page that the query asks for; rows that {@code json} turns into null are not shown. */
    <V> GraphAnswer page(
            GraphQuery query,
            String context,
            NavigableMap<String, V> rows,
            BiFunction<String, V, @Nullable Map<String, Object>> json) {
        int top = query.top();
        List<Map<String, Object>> value = new ArrayList<>();
        String next = null;
        for (Map.Entry<String, V> row : after(query, rows).entrySet()) {
            Map<String, Object> entry = json.apply(row.getKey(), row.getValue());
            if (entry != null && value.size() == top) {
                next = query.next(
                        baseUrl, token(query, String.valueOf(value.get(top - 1).get("id"))));
                break;
            }
            if (entry != null) {
                value.add(entry);
            }
        }
        return body(query, context, rows.size(), next, value);
    }

    private GraphAnswer body(
            GraphQuery query, String context, int count, @Nullable String next, List<Map<String, Object>> value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", baseUrl + "/$metadata#" + context);
        if (query.counts() && query.skipToken() == null) {
            body.put("@odata.count", count);
        }
        if (next != null) {
            body.put("@odata.nextLink", next);
        }
        body.put("value", value);
        return GraphAnswer.ok(body);
    }

    private static <V> NavigableMap<String, V> after(GraphQuery query, NavigableMap<String, V> rows) {
        String token = query.skipToken();
        return token == null ? rows : rows.tailMap(lastId(query, token), false);
    }

    private static String token(GraphQuery query, String lastId) {
        byte[] bytes = (String.join("/", query.path()) + "\n" + lastId).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String lastId(GraphQuery query, String token) {
        String collection = String.join("/", query.path()) + "\n";
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(collection)) {
                return text.substring(collection.length());
            }
        } catch (IllegalArgumentException e) {
            // no token of ours: refused below like one that is too old
        }
        throw new RefusedRequest(
                400, "Directory_ExpiredPageToken", "The page token has expired and is of no use any more.");
    }
}
