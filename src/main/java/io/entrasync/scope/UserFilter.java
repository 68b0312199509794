package io.entrasync.scope;

import io.entrasync.graph.GraphUser;
import io.entrasync.settings.AttributeFilter;
import io.entrasync.settings.Filters;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of a user say about the filters. Groups that filters name are not looked at here: who is in them
 * is known only after all users are read.
 */
public record UserFilter(Filters filters) {
    /**
     * What the attributes say.
     *
     * @param excludedBy the entry that leaves the user out; null if none does
     * @param included whether an entry lets the user in; null where no attribute lets anybody in
     */
    public record Mark(
            @Nullable String excludedBy, @Nullable Boolean included) {}

    private static final Mark NONE = new Mark(null, null);

    public Mark mark(GraphUser user) {
        if (filters.include().isEmpty() && filters.exclude().isEmpty()) {
            return NONE;
        }
        String excludedBy = filters.exclude().stream()
                .filter(filter -> matches(filter, user))
                .map(AttributeFilter::toString)
                .findFirst()
                .orElse(null);
        Boolean included = filters.include().isEmpty()
                ? null
                : filters.include().stream().anyMatch(filter -> matches(filter, user));
        return new Mark(excludedBy, included);
    }

    private static boolean matches(AttributeFilter filter, GraphUser user) {
        String value = filter.isExtension() ? user.extension(filter.attribute()) : user.property(filter.attribute());
        return value != null && value.strip().equalsIgnoreCase(filter.value());
    }
}
