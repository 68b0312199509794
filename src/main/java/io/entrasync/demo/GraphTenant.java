package io.entrasync.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant in memory that answers Microsoft Graph v1.0 requests as the real service does. Safe for many threads; pages
 * are found by index, so that a hundred thousand users are as quick to page through as ten.
 */
public final class GraphTenant {
    private final NavigableMap<String, TenantUser> users = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, TenantGroup> groups = new ConcurrentSkipListMap<>();
    private final Map<String, NavigableMap<String, MemberType>> members = new ConcurrentHashMap<>();
    private final Map<String, Instant> deleted = new ConcurrentHashMap<>();
    private final GraphRequests requests;
    private final Clock clock;
    private volatile TenantOrganization organization;
    private volatile @Nullable TenantApplication application;

    public GraphTenant(TenantOrganization organization) {
        this(organization, Clock.systemUTC());
    }

    public GraphTenant(TenantOrganization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
        this.requests = new GraphRequests(this, clock);
    }

    /**
     * Answers one request.
     *
     * @param method HTTP method
     * @param pathAndQuery relative to the version, such as {@code /users?$select=id&$top=999}
     * @param body JSON text, if the request has any
     * @param baseUrl absolute address up to and with the version, for the links in the answer
     */
    public GraphAnswer answer(String method, String pathAndQuery, @Nullable String body, String baseUrl) {
        return requests.answer(method, pathAndQuery, body, baseUrl);
    }

    public void putUser(TenantUser user) {
        deleted.remove(user.id());
        users.put(user.id(), user);
    }

    /** Deletes a user; as in Entra, memberships show no more, and are back if the user is restored. */
    public void removeUser(String id) {
        if (users.remove(id) != null) {
            deleted.put(id, clock.instant());
        }
    }

    public void putGroup(TenantGroup group) {
        groups.put(group.id(), group);
    }

    /** Deletes a group with its list of members. */
    public void removeGroup(String id) {
        groups.remove(id);
        members.remove(id);
    }

    public void addMember(String groupId, String memberId, MemberType type) {
        members.computeIfAbsent(groupId, id -> new ConcurrentSkipListMap<>()).put(memberId, type);
    }

    public void removeMember(String groupId, String memberId) {
        NavigableMap<String, MemberType> ofGroup = members.get(groupId);
        if (ofGroup != null) {
            ofGroup.remove(memberId);
        }
    }

    /** The one application whose registration can be read. */
    public void setApplication(TenantApplication application) {
        this.application = application;
    }

    @Nullable
    TenantApplication application() {
        return application;
    }

    public void setOrganization(TenantOrganization organization) {
        this.organization = organization;
    }

    public TenantOrganization organization() {
        return organization;
    }

    public @Nullable TenantUser user(String id) {
        return users.get(id);
    }

    public @Nullable TenantGroup group(String id) {
        return groups.get(id);
    }

    /** All users in the order of their ids, a live view. */
    public Collection<TenantUser> users() {
        return Collections.unmodifiableCollection(users.values());
    }

    /** All groups in the order of their ids, a live view. */
    public Collection<TenantGroup> groups() {
        return Collections.unmodifiableCollection(groups.values());
    }

    /** Ids and types of a group's direct members, deleted users and hidden membership included; a live view. */
    public NavigableMap<String, MemberType> members(String groupId) {
        NavigableMap<String, MemberType> ofGroup = members.get(groupId);
        return ofGroup == null ? Collections.emptyNavigableMap() : Collections.unmodifiableNavigableMap(ofGroup);
    }

    /** When a user was deleted; null if none of this id was, or it is back. */
    @Nullable
    Instant deletedAt(String id) {
        return deleted.get(id);
    }

    NavigableMap<String, TenantUser> usersById() {
        return users;
    }

    NavigableMap<String, TenantGroup> groupsById() {
        return groups;
    }
}
