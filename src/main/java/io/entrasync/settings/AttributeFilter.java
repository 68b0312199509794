package io.entrasync.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One {@code attribute=value} of a filter.
 *
 * @param attribute the attribute's name, as Graph spells it
 * @param value what it is compared with, without case
 */
public record AttributeFilter(String attribute, String value) {
    private static final int LONGEST_VALUE = 300;
    private static final String EXTENSION = "extensionAttribute";
    private static final List<String> ATTRIBUTES = Stream.concat(
                    Stream.of(
                            "department",
                            "companyName",
                            "jobTitle",
                            "employeeType",
                            "officeLocation",
                            "city",
                            "state",
                            "country",
                            "usageLocation",
                            "displayName",
                            "userPrincipalName"),
                    IntStream.rangeClosed(1, 15).mapToObj(number -> EXTENSION + number))
            .toList();

    static Key<List<AttributeFilter>> key(String name) {
        String allowed = "attribute=value, separated by commas; attributes: "
                + String.join(", ", ATTRIBUTES.subList(0, 11)) + ", extensionAttribute1 to extensionAttribute15";
        return new Key<>(name, "", allowed, false, AttributeFilter::list);
    }

    private static List<AttributeFilter> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(AttributeFilter::of)
                .toList();
    }

    private static AttributeFilter of(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        return ATTRIBUTES.stream()
                .filter(known -> known.equalsIgnoreCase(name) && !value.isEmpty() && value.length() <= LONGEST_VALUE)
                .findFirst()
                .map(known -> new AttributeFilter(known, value))
                .orElseThrow(IllegalArgumentException::new);
    }

    /** The property that Graph delivers it in. */
    public String property() {
        return isExtension() ? "onPremisesExtensionAttributes" : attribute;
    }

    public boolean isExtension() {
        return attribute.startsWith(EXTENSION);
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return attribute + "=" + value;
    }
}
