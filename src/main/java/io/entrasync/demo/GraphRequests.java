package io.entrasync.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what a Graph request asks for. */
final class GraphRequests {
    private final GraphTenant tenant;
    private final Clock clock;

    GraphRequests(GraphTenant tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    GraphAnswer answer(String method, String pathAndQuery, @Nullable String body, String baseUrl) {
        try {
            GraphQuery query = GraphQuery.of(pathAndQuery);
            if (query.path().equals(List.of("$batch"))) {
                return batch(method, body, baseUrl);
            }
            if (!method.equals("GET")) {
                throw notAllowed();
            }
            return read(query, baseUrl);
        } catch (RefusedRequest e) {
            return e.answer(clock.instant());
        }
    }

    private GraphAnswer batch(String method, @Nullable String body, String baseUrl) {
        if (!method.equals("POST")) {
            throw notAllowed();
        }
        try {
            return new GraphBatch(request -> answer(request.method(), request.url(), request.body(), baseUrl))
                    .answer(body);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(400, "BadRequest", String.valueOf(e.getMessage()));
        }
    }

    private GraphAnswer read(GraphQuery query, String baseUrl) {
        return switch (query.path().isEmpty() ? "" : query.path().get(0)) {
            case "users" -> users(query, baseUrl);
            case "groups" -> groups(query, baseUrl);
            case "directory" -> deleted(query, baseUrl);
            case "organization" ->
                list(query, baseUrl, List.of(tenant.organization().json()));
            case "domains" -> list(query, baseUrl, tenant.organization().domains());
            default -> application(query, baseUrl);
        };
    }

    /** By its client id alone, as {@code /applications(appId='…')}. */
    private GraphAnswer application(GraphQuery query, String baseUrl) {
        TenantApplication application = tenant.application();
        if (application == null || !query.path().equals(List.of("applications(appId='" + application.appId() + "')"))) {
            throw RefusedRequest.notFound(query.rawPath());
        }
        TenantApplication.SHAPE.check(query.select());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", baseUrl + "/$metadata#applications/$entity");
        body.putAll(TenantApplication.SHAPE.json(application, query.select()));
        return GraphAnswer.ok(body);
    }

    private GraphAnswer users(GraphQuery query, String baseUrl) {
        List<String> path = query.path();
        if (path.size() > 2 && path.get(2).equals("mailboxSettings")) {
            return mailbox(query, baseUrl);
        }
        return entities(query, baseUrl, GraphShapes.USERS, tenant.usersById());
    }

    private GraphAnswer groups(GraphQuery query, String baseUrl) {
        List<String> path = query.path();
        if (path.size() == 3 && path.get(2).equals("members")) {
            return members(query, baseUrl, this::visibleMembers);
        }
        if (path.size() == 3 && path.get(2).equals("transitiveMembers")) {
            return members(query, baseUrl, group -> collect(group, new TreeMap<>()));
        }
        return entities(query, baseUrl, GraphShapes.GROUPS, tenant.groupsById());
    }

    private static <T> GraphAnswer entities(
            GraphQuery query, String baseUrl, GraphShape<T> shape, NavigableMap<String, T> entities) {
        List<String> select = query.select();
        shape.check(select);
        String context = shape.name() + (select == null ? "" : "(" + String.join(",", select) + ")");
        List<String> path = query.path();
        if (path.size() == 1) {
            GraphFilter filter = GraphFilter.of(query.parameters().get("$filter"));
            return new GraphPages(baseUrl)
                    .page(
                            query,
                            context,
                            entities,
                            (id, entity) -> filter.matches(shape.values(), entity) ? shape.json(entity, select) : null);
        }
        if (path.size() == 2 && path.get(1).equals("$count")) {
            return GraphAnswer.text(entities.size());
        }
        if (path.size() > 2) {
            throw RefusedRequest.notFound(query.rawPath());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", baseUrl + "/$metadata#" + context + "/$entity");
        body.putAll(shape.json(existing(path.get(1), entities), select));
        return GraphAnswer.ok(body);
    }

    private NavigableMap<String, MemberType> visibleMembers(TenantGroup group) {
        return group.hidesItsMembers() ? Collections.emptyNavigableMap() : tenant.members(group.id());
    }

    /** Members of nested groups, too; a circle ends where it began. */
    private NavigableMap<String, MemberType> collect(TenantGroup group, NavigableMap<String, MemberType> all) {
        visibleMembers(group).forEach((id, type) -> {
            TenantGroup nested = all.putIfAbsent(id, type) == null ? tenant.group(id) : null;
            if (nested != null) {
                collect(nested, all);
            }
        });
        return all;
    }

    /** Users alone: what is kept of groups depends on their kind. */
    private GraphAnswer deleted(GraphQuery query, String baseUrl) {
        List<String> path = query.path();
        Instant since = path.size() == 3 && path.get(1).equals("deletedItems") ? tenant.deletedAt(path.get(2)) : null;
        if (since == null) {
            throw RefusedRequest.notFound(query.rawPath());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", baseUrl + "/$metadata#directoryObjects/$entity");
        body.put("@odata.type", "#microsoft.graph.user");
        body.put("id", path.get(2));
        body.put("deletedDateTime", since.truncatedTo(ChronoUnit.SECONDS).toString());
        return GraphAnswer.ok(body);
    }

    private GraphAnswer members(
            GraphQuery query, String baseUrl, Function<TenantGroup, NavigableMap<String, MemberType>> read) {
        TenantGroup group = existing(query.path().get(1), tenant.groupsById());
        NavigableMap<String, MemberType> members = read.apply(group);
        MemberEntries entries = new MemberEntries(tenant, query.select());
        return new GraphPages(baseUrl).page(query, "directoryObjects", members, entries::json);
    }

    private GraphAnswer mailbox(GraphQuery query, String baseUrl) {
        List<String> path = query.path();
        TenantUser user = existing(path.get(1), tenant.usersById());
        String purpose = user.userPurpose();
        if (purpose == null) {
            throw new RefusedRequest(
                    404, "MailboxNotEnabledForRESTAPI", "The mailbox is inactive or not in the cloud.");
        }
        if (path.size() == 4 && path.get(3).equals("userPurpose")) {
            return GraphAnswer.ok(Map.of("@odata.context", baseUrl + "/$metadata#Edm.String", "value", purpose));
        }
        return GraphAnswer.ok(Map.of("@odata.context", baseUrl + "/$metadata#mailboxSettings", "userPurpose", purpose));
    }

    private static GraphAnswer list(GraphQuery query, String baseUrl, List<Map<String, Object>> value) {
        if (query.path().size() > 1) {
            throw RefusedRequest.notFound(query.rawPath());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", baseUrl + "/$metadata#" + query.path().get(0));
        body.put("value", value);
        return GraphAnswer.ok(body);
    }

    private static <T> T existing(String id, NavigableMap<String, T> entities) {
        T entity = entities.getOrDefault(id, entities.get(id.toLowerCase(Locale.ROOT)));
        if (entity == null) {
            throw RefusedRequest.notFound(id);
        }
        return entity;
    }

    private static RefusedRequest notAllowed() {
        return new RefusedRequest(405, "Request_BadRequest", "This method is not allowed here.");
    }
}
