package io.entrasync.run;

import io.entrasync.scope.Scope;
import io.entrasync.scope.UserFilter;
import java.util.Set;

/**
 * The rules of one run, as they stood when it began to read.
 *
 * @param scope rules that one object alone decides
 * @param filter what attributes say of the filters
 */
public record RunScope(Scope scope, UserFilter filter) {
    /** The properties that the filter compares. */
    public Set<String> properties() {
        return filter.filters().properties();
    }
}
