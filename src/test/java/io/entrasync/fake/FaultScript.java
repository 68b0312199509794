package io.entrasync.fake;

import io.entrasync.demo.GraphAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Writes a fault: how often, then what. Without a number it strikes for ever. */
public final class FaultScript {
    private static final Map<Integer, String> CODES = Map.of(
            400, "Request_BadRequest",
            401, "InvalidAuthenticationToken",
            403, "Authorization_RequestDenied",
            404, "Request_ResourceNotFound",
            410, "resyncRequired",
            429, "TooManyRequests",
            500, "generalException",
            503, "serviceNotAvailable");

    private final RequestMatch match;
    private final String baseUrl;
    private final Consumer<FaultRule> register;
    private int first = 1;
    private int last = Integer.MAX_VALUE;
    private boolean each;

    FaultScript(RequestMatch match, String baseUrl, Consumer<FaultRule> register) {
        this.match = match;
        this.baseUrl = baseUrl;
        this.register = register;
    }

    /** Only the first so many matching requests. */
    public FaultScript times(int count) {
        last = first + count - 1;
        return this;
    }

    /** Only the first so many times that the same address is asked for. */
    public FaultScript timesEach(int count) {
        each = true;
        return times(count);
    }

    /** Only the matching request of this number, from 1. */
    public FaultScript nth(int number) {
        first = number;
        last = number;
        return this;
    }

    /** An error of this status with the code that Graph usually gives it. */
    public FaultRule answer(int status) {
        return answer(status, CODES.getOrDefault(status, "UnknownError"), Map.of());
    }

    public FaultRule answer(int status, String code) {
        return answer(status, code, Map.of());
    }

    public FaultRule answer(int status, String code, Map<String, String> headers) {
        return change(good -> {
            GraphAnswer error = GraphAnswer.error(status, code, "Scripted: " + code, Instant.now());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                error = error.withHeader(header.getKey(), header.getValue());
            }
            return error;
        });
    }

    /** 429 that asks to wait. */
    public FaultRule throttle(int retryAfterSeconds) {
        return answer(429, "TooManyRequests", Map.of("Retry-After", String.valueOf(retryAfterSeconds)));
    }

    /** 400: the page token is too old. */
    public FaultRule expirePageToken() {
        return answer(400, "Directory_ExpiredPageToken");
    }

    /** Announces the whole body, sends half of it and hangs up. */
    public FaultRule cutBody() {
        return register((request, reply) -> new Reply(reply.answer(), true));
    }

    /** A list that is empty and ends here. */
    public FaultRule emptyList() {
        return changeBody(body -> {
            body.put("value", List.of());
            body.remove("@odata.nextLink");
        });
    }

    /**
     * An empty page whose link leads to the page that was asked for; to be used with {@link #times}. The pages behind it
     * are counted on, so that the second becomes the third.
     */
    public FaultRule emptyPageBefore() {
        return register((request, reply) -> reply.with(edited(reply.answer(), body -> {
            String again = (request.target().contains("?") ? "&" : "?") + "again=" + UUID.randomUUID();
            body.put("value", List.of());
            body.put("@odata.nextLink", baseUrl + request.target() + again);
        })));
    }

    /** The page's first entry comes twice. */
    public FaultRule repeatFirstEntry() {
        return changeBody(body -> {
            List<Object> entries = new ArrayList<>((List<?>) body.get("value"));
            entries.add(entries.get(0));
            body.put("value", entries);
        });
    }

    /** The link to the next page leads to this one again. */
    public FaultRule linkToItself() {
        return link(request -> baseUrl + request.target());
    }

    /** The link to the next page leads back to the first one. */
    public FaultRule linkToFirstPage() {
        return link(request -> baseUrl + request.target().replaceAll("&?(\\$|%24)skiptoken=[^&]*", ""));
    }

    /** The link to the next page leads to another server; give its address up to and with the version. */
    public FaultRule linkTo(String otherBaseUrl) {
        return link(request -> otherBaseUrl + request.target());
    }

    /** The answer is right, but late. */
    public FaultRule delay(Duration latency) {
        return register((request, reply) -> {
            GraphServer.sleep(latency);
            return reply;
        });
    }

    /** Anything else. */
    public FaultRule change(UnaryOperator<GraphAnswer> change) {
        return register((request, reply) -> reply.with(change.apply(reply.answer())));
    }

    /** Edits the body of a good answer. */
    public FaultRule changeBody(Consumer<Map<String, Object>> change) {
        return change(answer -> edited(answer, change));
    }

    private FaultRule link(Function<RecordedRequest, String> target) {
        return register((request, reply) ->
                reply.with(edited(reply.answer(), body -> body.put("@odata.nextLink", target.apply(request)))));
    }

    private static GraphAnswer edited(GraphAnswer answer, Consumer<Map<String, Object>> change) {
        Map<String, Object> body = new LinkedHashMap<>();
        ((Map<?, ?>) answer.body()).forEach((name, value) -> body.put(String.valueOf(name), value));
        change.accept(body);
        return answer.withBody(body);
    }

    private FaultRule register(FaultRule.Fault fault) {
        FaultRule rule = new FaultRule(match, first, last, each, fault);
        register.accept(rule);
        return rule;
    }
}
