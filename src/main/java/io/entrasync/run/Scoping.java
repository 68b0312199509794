package io.entrasync.run;

import io.entrasync.graph.GraphGroup;
import io.entrasync.graph.GraphUser;
import io.entrasync.scope.Scope;
import io.entrasync.scope.UserFilter;
import io.entrasync.settings.Settings;
import io.entrasync.store.DomainStore;
import io.entrasync.store.ExemptionStore;
import io.entrasync.store.GroupRow;
import io.entrasync.store.RunSettings;
import io.entrasync.store.UserRow;

/** Applies the scope's rules to what Graph delivers. */
public final class Scoping {
    private final RunSettings settings;
    private final DomainStore domains;
    private final ExemptionStore exemptions;

    public Scoping(RunSettings settings, DomainStore domains, ExemptionStore exemptions) {
        this.settings = settings;
        this.domains = domains;
        this.exemptions = exemptions;
    }

    /** The rules that a run goes by. */
    public RunScope of(long run) {
        return under(settings.of(run));
    }

    /** The rules as they would be under these settings. */
    RunScope under(Settings by) {
        return new RunScope(
                new Scope(domains.names(), exemptions.subjects(), by.what()),
                new UserFilter(by.whom().filters()));
    }

    public UserRow user(RunScope scope, GraphUser user) {
        return new UserRow(user, scope.scope().decide(user), scope.filter().mark(user));
    }

    public GroupRow group(RunScope scope, GraphGroup group) {
        return new GroupRow(group, scope.scope().decide(group));
    }
}
