package io.entrasync.settings;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name without the prefix {@code entrasync.}, its default, how its text is read and what is allowed.
 *
 * @param name kebab-case name, as operators write it after {@code entrasync.}
 * @param fallback text used where nothing is configured; empty means "not set"
 * @param allowed what a valid value looks like, for the message about a wrong one
 * @param secret whether the value must never be shown
 * @param reader turns non-empty text into the value; throws {@link IllegalArgumentException} if it cannot
 * @param <T> the value's type
 */
public record Key<T>(String name, String fallback, String allowed, boolean secret, Function<String, T> reader) {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*([smhd])");

    static Key<String> text(String name, String fallback) {
        return new Key<>(name, fallback, "text", false, Function.identity());
    }

    static Key<String> secret(String name) {
        return new Key<>(name, "", "text", true, Function.identity());
    }

    static Key<Boolean> flag(String name, boolean fallback) {
        return new Key<>(name, String.valueOf(fallback), "true or false", false, Key::readFlag);
    }

    static Key<Integer> number(String name, int fallback, int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        return new Key<>(name, String.valueOf(fallback), allowed, false, text -> {
            int value = Integer.parseInt(text);
            require(value >= least && value <= most);
            return value;
        });
    }

    static <E extends Enum<E>> Key<E> choice(String name, Class<E> type, String fallback) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Key::word).toList();
        return new Key<>(name, fallback, "one of " + String.join(", ", words), false, text -> {
            int index = words.indexOf(text.toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new IllegalArgumentException();
            }
            return type.getEnumConstants()[index];
        });
    }

    static Key<List<String>> list(String name, String fallback) {
        return new Key<>(name, fallback, "values separated by commas", false, Key::readList);
    }

    static Key<Duration> duration(String name, String fallback) {
        return new Key<>(name, fallback, "a number with s, m, h or d, such as 30s, 6h or 7d", false, Key::readDuration);
    }

    static Key<LocalDate> date(String name) {
        return new Key<>(name, "", "a date such as 2027-03-31", false, text -> parse(LocalDate::parse, text));
    }

    static Key<LocalTime> time(String name, String fallback) {
        return new Key<>(name, fallback, "a time of day such as 07:00", false, text -> parse(LocalTime::parse, text));
    }

    static Key<ZoneId> zone(String name) {
        return new Key<>(name, "", "a time zone such as Europe/Vienna", false, text -> parse(ZoneId::of, text));
    }

    static Key<String> mailAddress(String name) {
        return new Key<>(name, "", "a mail address such as name@example.com", false, text -> {
            try {
                new InternetAddress(text, true).validate();
                return text;
            } catch (AddressException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    static Key<Path> file(String name) {
        return new Key<>(name, "", "the path of a readable file", false, text -> {
            Path path = Path.of(text);
            require(path.toFile().canRead());
            return path;
        });
    }

    static Key<URI> url(String name, String scheme, String fallback) {
        Function<String, URI> reader = text -> {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            require(uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getScheme().matches(scheme));
            return uri;
        };
        String allowed = scheme.equals("https") ? "an https URL" : "an http or https URL";
        return new Key<>(name, fallback, allowed, false, reader);
    }

    static Key<String> database(String name, String fallback) {
        return new Key<>(name, fallback, "a URL such as jdbc:hsqldb:file:… or jdbc:postgresql://…", false, text -> {
            require(text.matches("jdbc:(hsqldb|postgresql):.+"));
            return text;
        });
    }

    /** The word that operators write for an enum constant: {@code US_GOV} is {@code us-gov}, {@code H24} is {@code 24h}. */
    static String word(Enum<?> constant) {
        String name = constant.name();
        Matcher hours = Pattern.compile("H(\\d+)").matcher(name);
        return hours.matches()
                ? hours.group(1) + "h"
                : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value of a configured text.
     *
     * @return null where neither the text nor the default is set
     * @throws InvalidSettingException if the text is not allowed
     */
    @Nullable
    T read(@Nullable String configured) {
        String text = configured == null || configured.isBlank() ? fallback : configured.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidSettingException(name, secret ? "(hidden)" : withoutPassword(text), allowed);
        }
    }

    /** A URL may carry a password, before the host or as a parameter. */
    static String withoutPassword(String text) {
        return text.replaceAll("(?i)(password=)[^&;]*", "$1(hidden)")
                .replaceAll("(//[^/@:]*:)[^/@]*(?=@)", "$1(hidden)");
    }

    private static boolean readFlag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static List<String> readList(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Duration readDuration(String text) {
        Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException();
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException();
        }
    }

    private static <V> V parse(Function<String, V> parser, String text) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
