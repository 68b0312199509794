package io.entrasync.fake;

import java.util.function.Predicate;

/** Which requests a fault concerns. */
public final class RequestMatch {
    private final Predicate<RecordedRequest> rule;

    private RequestMatch(Predicate<RecordedRequest> rule) {
        this.rule = rule;
    }

    public static RequestMatch anyRequest() {
        return new RequestMatch(request -> true);
    }

    /** Exactly this path; {@code *} stands for one segment, as in {@code /groups/*}{@code /members}. */
    public static RequestMatch path(String path) {
        String pattern = "\\Q" + path.replace("*", "\\E[^/]+\\Q") + "\\E";
        return new RequestMatch(request -> request.path().matches(pattern));
    }

    /** This page of the collection, however often it is asked for. */
    public RequestMatch page(int number) {
        return and(request -> request.page() == number);
    }

    public RequestMatch method(String method) {
        return and(request -> request.method().equals(method));
    }

    /** Only where the path or query contains this text. */
    public RequestMatch containing(String text) {
        return and(request -> request.target().contains(text));
    }

    boolean matches(RecordedRequest request) {
        return rule.test(request);
    }

    private RequestMatch and(Predicate<RecordedRequest> more) {
        return new RequestMatch(rule.and(more));
    }
}
