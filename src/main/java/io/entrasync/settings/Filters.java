package io.entrasync.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator leaves in or out. Of several entries that let in one suffices; leaving out wins.
 *
 * @param includeGroups object ids or display names of groups whose members are in
 * @param excludeGroups object ids or display names of groups whose members are out
 * @param include attributes of users who are in
 * @param exclude attributes of users who are out
 */
public record Filters(
        List<String> includeGroups,
        List<String> excludeGroups,
        List<AttributeFilter> include,
        List<AttributeFilter> exclude) {

    public static final Filters NONE = new Filters(List.of(), List.of(), List.of(), List.of());

    /** The properties of users that filters compare. */
    public Set<String> properties() {
        return Stream.concat(include.stream(), exclude.stream())
                .map(AttributeFilter::property)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
