package io.entrasync.api;

import io.entrasync.model.PageRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request; what is wrong is refused by name, with what is allowed. */
final class Parameters {
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 500;

    private Parameters() {}

    static PageRequest page(@Nullable String page, @Nullable String size, @Nullable String text) {
        return new PageRequest(
                number("page", page, 0, 0, Integer.MAX_VALUE),
                number("size", size, DEFAULT_SIZE, 1, LARGEST_SIZE),
                text == null ? "" : text.strip());
    }

    /** A constant by its name; null if the parameter is not given. */
    static <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, @Nullable String text) {
        if (isAbsent(text)) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(name, "one of " + names(type)));
    }

    static boolean flag(String name, @Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "", "false" -> false;
            default -> throw invalid(name, "true or false");
        };
    }

    /** The number in a path; what is no number cannot exist. */
    static long id(String what, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiException.notFound(what, text);
        }
    }

    static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static int number(String name, @Nullable String text, int fallback, int least, int most) {
        if (isAbsent(text)) {
            return fallback;
        }
        String allowed =
                "a whole number " + (most == Integer.MAX_VALUE ? "from " + least : "from " + least + " to " + most);
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, allowed);
        }
        throw invalid(name, allowed);
    }

    private static ApiException invalid(String name, String allowed) {
        return ApiException.invalidRequest("The parameter %s must be %s.".formatted(name, allowed));
    }

    private static boolean isAbsent(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
