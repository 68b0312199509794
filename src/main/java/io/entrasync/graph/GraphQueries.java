package io.entrasync.graph;

import io.entrasync.settings.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked of Graph, and where. */
public final class GraphQueries {
    /** The largest page that Graph delivers; for members no setting makes it smaller. */
    private static final int LARGEST_PAGE = 999;

    private final URI baseUrl;
    private final int pageSize;

    public GraphQueries(Settings.Graph graph) {
        this.baseUrl = graph.baseUrl();
        this.pageSize = graph.pageSize();
    }

    /**
     * All users, page by page.
     *
     * @param properties what is asked of them beside what always is
     */
    public PageCursor users(Set<String> properties) {
        return PageCursor.start(baseUrl, "/users?$select=" + select(properties) + "&$top=" + pageSize);
    }

    private static String select(Set<String> properties) {
        List<String> always = List.of(GraphUser.SELECT.split(",", -1));
        return Stream.concat(
                        always.stream(),
                        properties.stream()
                                .filter(property -> !always.contains(property))
                                .sorted())
                .collect(Collectors.joining(","));
    }

    /** All groups, page by page. */
    public PageCursor groups() {
        return PageCursor.start(baseUrl, "/groups?$select=" + GraphGroup.SELECT + "&$top=" + pageSize);
    }

    /** A group's members, those of nested groups included. */
    public PageCursor transitiveMembers(String groupId) {
        return PageCursor.start(baseUrl, "/groups/" + groupId + "/transitiveMembers?$select=id&$top=" + LARGEST_PAGE);
    }

    /** One user, to see whether Graph answers at all. */
    public String probe() {
        return baseUrl + "/users?$select=id&$top=1";
    }

    /** An application by its client id. */
    public String application(String clientId) {
        return baseUrl + "/applications(appId='" + encoded(clientId.replace("'", "''")) + "')?$select="
                + GraphApplication.SELECT;
    }

    /** One user by id. */
    public String user(String id, Set<String> properties) {
        return baseUrl + "/users/" + encoded(id) + "?$select=" + select(properties);
    }

    /** One group by id. */
    public String group(String id) {
        return baseUrl + "/groups/" + encoded(id) + "?$select=" + GraphGroup.SELECT;
    }

    /** An object that was deleted within the last 30 days. */
    public String deleted(String id) {
        return baseUrl + "/directory/deletedItems/" + encoded(id) + "?$select=id,deletedDateTime";
    }

    /** What one user's mailbox is for. */
    public String mailbox(String id) {
        return baseUrl + "/users/" + encoded(id) + "/mailboxSettings/userPurpose";
    }

    /** Users who match a filter. */
    public String usersWith(String filter, Set<String> properties) {
        return baseUrl + "/users?$select=" + select(properties) + "&$filter=" + encoded(filter);
    }

    /** Groups that match a filter. */
    public String groupsWith(String filter) {
        return baseUrl + "/groups?$select=" + GraphGroup.SELECT + "&$filter=" + encoded(filter);
    }

    /** A group's direct members, page by page. */
    public PageCursor groupMembers(String groupId) {
        return PageCursor.start(baseUrl, members(encoded(groupId)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The URL for several requests at once. */
    public String batch() {
        return baseUrl + "/$batch";
    }

    /** A group's direct members, relative to the version. */
    static String members(String groupId) {
        return "/groups/" + groupId + "/members?$select=id&$top=" + LARGEST_PAGE;
    }

    /** The pages of a group's members after the first. */
    PageCursor membersAfter(String groupId, GraphPage.Members firstPage) {
        PageCursor cursor = PageCursor.start(baseUrl, members(groupId));
        cursor.advance(firstPage);
        return cursor;
    }
}
