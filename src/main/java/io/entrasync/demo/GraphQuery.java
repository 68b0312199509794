package io.entrasync.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request's target, taken apart.
 *
 * @param path path segments, decoded
 * @param rawPath the path as it was sent, with its leading slash
 * @param rawQuery the query as it was sent, without the question mark
 * @param parameters query parameters, decoded
 */
record GraphQuery(List<String> path, String rawPath, String rawQuery, Map<String, String> parameters) {
    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 999;

    static GraphQuery of(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
        List<String> segments = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(GraphQuery::decoded)
                .toList();
        return new GraphQuery(segments, path.startsWith("/") ? path : "/" + path, query, parameters(query));
    }

    /** Entries a page may hold. */
    int top() {
        String top = parameters.get("$top");
        if (top == null) {
            return DEFAULT_PAGE;
        }
        if (!top.matches("\\d{1,9}") || Integer.parseInt(top) < 1 || Integer.parseInt(top) > LARGEST_PAGE) {
            String message = "Invalid page size '" + top + "': it must be from 1 to " + LARGEST_PAGE + ".";
            throw new RefusedRequest(400, "Request_UnsupportedQuery", message);
        }
        return Integer.parseInt(top);
    }

    /** The selected properties; null if the client selects none. */
    @Nullable
    List<String> select() {
        String select = parameters.get("$select");
        if (select == null || select.isBlank()) {
            return null;
        }
        return Arrays.stream(select.split(",", -1)).map(String::trim).toList();
    }

    /** The page token; null on the first page. */
    @Nullable
    String skipToken() {
        return parameters.get("$skiptoken");
    }

    boolean counts() {
        return "true".equals(parameters.get("$count"));
    }

    /** Where the page behind this token is, with everything else as the client asked for it. */
    String next(String baseUrl, String token) {
        String query = Stream.concat(
                        Arrays.stream(rawQuery.split("&", -1))
                                .filter(part -> !part.isEmpty() && !name(part).equals("$skiptoken")),
                        Stream.of("$skiptoken=" + token))
                .collect(Collectors.joining("&"));
        return baseUrl + rawPath + "?" + query;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            parameters.put(name(part), equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        parameters.remove("");
        return parameters;
    }

    private static String name(String part) {
        int equals = part.indexOf('=');
        return decoded(equals < 0 ? part : part.substring(0, equals));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedRequest.badRequest("The request's address is not well encoded.");
        }
    }
}
