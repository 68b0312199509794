package io.entrasync.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of a list, as far as it compares one property with one text. Like Graph it compares without case.
 *
 * @param property null: everything matches
 */
record GraphFilter(@Nullable String property, String text) {
    private static final Pattern EQUAL = Pattern.compile("(\\w+) eq '((?:[^']|'')*)'");
    private static final Pattern ANY = Pattern.compile("(\\w+)/any\\((\\w+):\\2 eq '((?:[^']|'')*)'\\)");

    static GraphFilter of(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return new GraphFilter(null, "");
        }
        Matcher any = ANY.matcher(filter);
        if (any.matches()) {
            return new GraphFilter(any.group(1), any.group(3).replace("''", "'"));
        }
        Matcher equal = EQUAL.matcher(filter);
        if (equal.matches()) {
            return new GraphFilter(equal.group(1), equal.group(2).replace("''", "'"));
        }
        throw new RefusedRequest(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause.");
    }

    <T> boolean matches(Map<String, Function<T, @Nullable Object>> values, T entity) {
        if (property == null) {
            return true;
        }
        Function<T, @Nullable Object> getter = values.get(property);
        if (getter == null) {
            throw RefusedRequest.badRequest("There is no property '" + property + "' to filter by.");
        }
        Object value = getter.apply(entity);
        List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return all.stream().anyMatch(each -> text.equalsIgnoreCase(String.valueOf(each)));
    }
}
