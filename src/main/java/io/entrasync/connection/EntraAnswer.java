package io.entrasync.connection;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one safe line for an operator of what Entra's token endpoint answered. */
final class EntraAnswer {
    private static final int LONGEST = 700;
    private static final int LONGEST_STATEMENT = 240;

    /** What was said with a code, up to the line's end (which may be escaped, in JSON) or to the ids behind it. */
    private static final Pattern STATEMENT =
            Pattern.compile("AADSTS\\d{4,9}\\b(?:(?!Trace ID:|Correlation ID:|\\\\r|\\\\n|AADSTS)[^\\r\\n\"])*");

    private static final Pattern IDS =
            Pattern.compile("(Trace ID|Correlation ID): ?(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\.?");

    /** Long, of capital and small letters and digits: secrets, tokens, hashes; no host name or word looks so. */
    private static final Pattern SECRET =
            Pattern.compile("(?=[\\w~.+=-]*\\d)(?=[\\w~.+=-]*[a-z])(?=[\\w~.+=-]*[A-Z])(?<![\\w~.+=-])[\\w~.+=-]{24,}");

    private EntraAnswer() {}

    /** The statements with an AADSTS code, then the ids that Microsoft's support asks for. */
    static String describe(String said) {
        Set<String> parts = new LinkedHashSet<>();
        Matcher statement = STATEMENT.matcher(said);
        while (statement.find()) {
            parts.add(cut(statement.group().strip(), LONGEST_STATEMENT));
        }
        Matcher id = IDS.matcher(said);
        while (id.find()) {
            parts.add(id.group(1) + ": " + id.group(2));
        }
        return clean(String.join(" ", parts));
    }

    /** One line of bounded length, without anything that looks like a secret or a token. */
    static String clean(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String masked = SECRET.matcher(line)
                .replaceAll(found -> GUID.matcher(found.group()).matches() ? found.group() : "***");
        return cut(masked, LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
