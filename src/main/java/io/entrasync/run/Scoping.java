package io.entrasync.run;

import io.entrasync.graph.GraphGroup;
import io.entrasync.graph.GraphUser;
import io.entrasync.scope.Scope;
import io.entrasync.scope.UserFilter;
import io.entrasync.settings.Settings;
import io.entrasync.store.DomainStore;
import io.entrasync.store.ExemptionStore;
import io.entrasync.store.GroupRow;
import io.entrasync.store.UserRow;

/** Applies the scope's rules to what Graph delivers. */
public final class Scoping {
    private final Settings settings;
    private final UserFilter filter;
    private final DomainStore domains;
    private final ExemptionStore exemptions;

    public Scoping(Settings settings, DomainStore domains, ExemptionStore exemptions) {
        this.settings = settings;
        this.filter = new UserFilter(settings.whom().filters());
        this.domains = domains;
        this.exemptions = exemptions;
    }

    /** The rules as they stand now; a run goes by the ones it began with. */
    public Scope current() {
        return new Scope(domains.names(), exemptions.subjects(), settings.what());
    }

    public UserRow user(Scope scope, GraphUser user) {
        return new UserRow(user, scope.decide(user), filter.mark(user));
    }

    public GroupRow group(Scope scope, GraphGroup group) {
        return new GroupRow(group, scope.decide(group));
    }
}
