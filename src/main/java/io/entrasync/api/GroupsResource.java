package io.entrasync.api;

import io.entrasync.model.MailGroup;
import io.entrasync.store.GroupQueries;
import org.jspecify.annotations.Nullable;

/** {@code /api/groups}. */
public final class GroupsResource {
    private final GroupQueries groups;

    public GroupsResource(GroupQueries groups) {
        this.groups = groups;
    }

    public Reply list(@Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(groups.list(Parameters.page(page, size, q)));
    }

    public Reply get(String id) {
        return Reply.ok(group(id));
    }

    /** Direct members, or with {@code effective} the accounts of nested groups too. */
    public Reply members(
            String id, @Nullable String effective, @Nullable String page, @Nullable String size, @Nullable String q) {
        boolean dissolved = Parameters.flag("effective", effective);
        return Reply.ok(groups.members(Long.parseLong(group(id).id()), dissolved, Parameters.page(page, size, q)));
    }

    private MailGroup group(String id) {
        return groups.find(Parameters.id("group", id)).orElseThrow(() -> ApiException.notFound("group", id));
    }
}
