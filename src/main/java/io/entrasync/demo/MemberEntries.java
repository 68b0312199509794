package io.entrasync.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows group members as Graph does: their type, their id and, for users and groups, the properties asked for. */
final class MemberEntries {
    private final GraphTenant tenant;
    private final @Nullable List<String> select;

    MemberEntries(GraphTenant tenant, @Nullable List<String> select) {
        this.tenant = tenant;
        this.select = select;
    }

    /** The entry; null for a user or group that is deleted. */
    @Nullable
    Map<String, Object> json(String id, MemberType type) {
        Map<String, Object> properties =
                switch (type) {
                    case USER -> user(id);
                    case GROUP -> group(id);
                    case DEVICE, ORG_CONTACT -> Map.of("id", id);
                };
        if (properties == null) {
            return null;
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("@odata.type", type.odataType());
        entry.putAll(properties);
        return entry;
    }

    private @Nullable Map<String, Object> user(String id) {
        TenantUser user = tenant.user(id);
        return user == null ? null : GraphShapes.USERS.json(user, known(GraphShapes.USERS));
    }

    private @Nullable Map<String, Object> group(String id) {
        TenantGroup group = tenant.group(id);
        return group == null ? null : GraphShapes.GROUPS.json(group, known(GraphShapes.GROUPS));
    }

    private @Nullable List<String> known(GraphShape<?> shape) {
        return select == null
                ? null
                : select.stream().filter(shape.values()::containsKey).toList();
    }
}
