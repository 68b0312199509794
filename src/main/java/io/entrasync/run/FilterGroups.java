package io.entrasync.run;

import io.entrasync.graph.GraphPage;
import io.entrasync.graph.GraphQueries;
import io.entrasync.graph.PageCursor;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.Filters;
import io.entrasync.store.FilterGroup;
import io.entrasync.store.FilterGroup.Effect;
import io.entrasync.store.FilterStore;
import io.entrasync.store.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the groups that filters name and makes sure that nobody is left out by a typing error. */
public final class FilterGroups {
    private final RunSettings settings;
    private final FilterStore store;
    private final GraphQueries queries;

    public FilterGroups(RunSettings settings, FilterStore store, GraphQueries queries) {
        this.settings = settings;
        this.store = store;
        this.queries = queries;
    }

    /** Whether a run goes by any filter. */
    public boolean wanted(long run) {
        return !filters(run).isEmpty();
    }

    private Filters filters(long run) {
        return settings.of(run).whom().filters();
    }

    /**
     * The groups that are configured.
     *
     * @throws ProblemException FILTER_GROUP_UNKNOWN
     */
    public List<FilterGroup> named(long run) {
        Filters filters = filters(run);
        List<FilterGroup> groups = new ArrayList<>();
        filters.includeGroups().forEach(name -> groups.add(named(run, Effect.INCLUDE, name)));
        filters.excludeGroups().forEach(name -> groups.add(named(run, Effect.EXCLUDE, name)));
        groups.forEach(group -> store.add(run, group));
        return groups;
    }

    private FilterGroup named(long run, Effect effect, String name) {
        List<String> ids = store.find(run, name);
        if (ids.isEmpty()) {
            throw unusable(effect, name, "no group has this object id or display name");
        }
        String id = ids.stream().filter(name::equalsIgnoreCase).findFirst().orElse(ids.get(0));
        if (ids.size() > 1 && !id.equalsIgnoreCase(name)) {
            throw unusable(effect, name, ids.size() + " groups have this display name; give an object id");
        }
        return new FilterGroup(effect, id, name);
    }

    /** The pages of a group's members. */
    public PageCursor pages(FilterGroup group) {
        return queries.transitiveMembers(group.entraId());
    }

    /** Stages a page of members. */
    public void take(long run, FilterGroup group, GraphPage.Members page) {
        store.stage(run, group, Objects.requireNonNull(page.value()));
    }

    /**
     * A group without members would leave everybody out, or nobody.
     *
     * @throws ProblemException FILTER_GROUP_UNKNOWN
     */
    public void requireMembers(long run, FilterGroup group) {
        if (!store.hasMembers(run, group)) {
            String cause = "group %s has no members, or they are hidden from the application";
            throw unusable(group.effect(), group.name(), cause.formatted(group.entraId()));
        }
    }

    private static ProblemException unusable(Effect effect, String name, String cause) {
        return new ProblemException(
                ProblemCode.FILTER_GROUP_UNKNOWN, "entrasync.%s = %s: %s.".formatted(effect.key(), name, cause));
    }
}
