package io.entrasync.fake;

import io.entrasync.demo.BatchRequest;
import io.entrasync.demo.GraphAnswer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what was asked, and which page each link that was given out leads to. */
final class RequestLog {
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<RecordedRequest> inBatch = new ArrayList<>();
    private final Map<String, Integer> pages = new ConcurrentHashMap<>();

    synchronized RecordedRequest record(String method, String target, Map<String, List<String>> headers, String body) {
        RecordedRequest request = new RecordedRequest(method, target, headers, body, page(target));
        requests.add(request);
        return request;
    }

    synchronized RecordedRequest recordInBatch(BatchRequest batched) {
        String body = batched.body() == null ? "" : batched.body();
        String target = batched.url();
        RecordedRequest request = new RecordedRequest(batched.method(), target, Map.of(), body, page(target));
        inBatch.add(request);
        return request;
    }

    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized List<RecordedRequest> requestsInBatch() {
        return List.copyOf(inBatch);
    }

    synchronized void clear() {
        requests.clear();
        inBatch.clear();
    }

    /** Notes where the answer's link leads, so that the request that follows it is known as the next page. */
    void follow(GraphAnswer answer, RecordedRequest request, String baseUrl) {
        if (answer.body() instanceof Map<?, ?> body
                && body.get("@odata.nextLink") instanceof String link
                && link.startsWith(baseUrl)) {
            pages.putIfAbsent(decoded(link.substring(baseUrl.length())), request.page() + 1);
        }
    }

    private int page(String target) {
        return pages.computeIfAbsent(decoded(target), first -> 1);
    }

    private static String decoded(String target) {
        return URLDecoder.decode(target, StandardCharsets.UTF_8);
    }
}
