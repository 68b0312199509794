package io.entrasync.graph;

import io.entrasync.settings.Settings;
import java.net.URI;
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
        List<String> always = List.of(GraphUser.SELECT.split(",", -1));
        String select = Stream.concat(
                        always.stream(),
                        properties.stream()
                                .filter(property -> !always.contains(property))
                                .sorted())
                .collect(Collectors.joining(","));
        return PageCursor.start(baseUrl, "/users?$select=" + select + "&$top=" + pageSize);
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
