package io.entrasync.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client accepts. */
final class Accepted {
    private Accepted() {}

    /**
     * The weight of a content type in an {@code Accept} header, 0 to 1; the most specific range that matches counts.
     */
    static double weight(@Nullable String accept, String type) {
        double weight = 0;
        int precision = -1;
        String ranges = accept == null || accept.isBlank() ? "*/*" : accept.toLowerCase(Locale.ROOT);
        for (String range : ranges.split(",", -1)) {
            String[] parts = range.strip().split("\\s*;\\s*", -1);
            int found = precision(parts[0], type);
            if (found > precision) {
                precision = found;
                weight = quality(parts);
            }
        }
        return weight;
    }

    private static int precision(String range, String type) {
        if (range.equals(type)) {
            return 2;
        }
        if (range.equals(type.replaceFirst("/.*", "/*"))) {
            return 1;
        }
        return range.equals("*/*") ? 0 : -1;
    }

    private static double quality(String... parts) {
        for (String part : parts) {
            if (part.matches("q=[01](\\.\\d{1,3})?")) {
                return Double.parseDouble(part.substring(2));
            }
        }
        return 1;
    }
}
