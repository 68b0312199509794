package io.entrasync.store;

import io.entrasync.graph.GraphMember;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who is in the groups that filters name, and what follows from it for the generation that is being read. */
public final class FilterStore {
    private static final List<String> MEMBER_COLUMNS = List.of("generation", "group_entra_id", "member_entra_id");
    private static final List<String> TABLES =
            List.of("image_user", "image_group", "image_filter", "image_filter_member");
    private static final List<String> SETTLE = List.of(
            "filters/users-attribute",
            "filters/users-member",
            "filters/users-rest",
            "filters/groups-member",
            "filters/groups-rest");

    private final Directory directory;

    public FilterStore(Directory directory) {
        this.directory = directory;
    }

    /** Ids of the groups that were read and have this id or name. */
    public List<String> find(long run, String name) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("filters/find"))
                .bind("run", run)
                .bind("name", name)
                .mapTo(String.class)
                .list());
    }

    /** Notes a group that a filter names. */
    public void add(long run, FilterGroup group) {
        directory
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into image_filter (generation, effect, entra_id, name) values (?, ?, ?, ?)",
                        run,
                        group.effect().name(),
                        group.entraId(),
                        group.name()));
    }

    /** Groups with hidden membership inside those that filters name. */
    public List<FilterGroup> hidden(long run) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("filters/hidden"))
                .bind("run", run)
                .map((rs, context) -> new FilterGroup(
                        FilterGroup.Effect.valueOf(rs.getString("effect")),
                        rs.getString("entra_id"),
                        rs.getString("name")))
                .list());
    }

    /** Stages one page of a group's members. */
    public void stage(long run, FilterGroup group, List<GraphMember> members) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        members.stream()
                .filter(GraphMember::canBeImported)
                .forEach(member -> rows.add(new @Nullable Object[] {run, group.entraId(), member.id()}));
        try {
            directory.jdbi().<SQLException>useTransaction(handle -> directory
                    .dialect()
                    .insert(handle, "image_filter_member", MEMBER_COLUMNS, rows));
        } catch (SQLException e) {
            throw new DirectoryException(e);
        }
    }

    /** Drops what was staged of a group, because its page token is lost and it starts over. */
    public void restart(long run, FilterGroup group) {
        directory
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "delete from image_filter_member where generation = ? and group_entra_id = ?",
                        run,
                        group.entraId()));
    }

    public boolean hasMembers(long run, FilterGroup group) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select min(member_entra_id) from image_filter_member"
                                + " where generation = ? and group_entra_id = ?")
                .bind(0, run)
                .bind(1, group.entraId())
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    /** Decides who is filtered, by rule 3, in the generation that is being read. */
    public void settle(long run) {
        directory.jdbi().useHandle(handle -> directory.dialect().analyze(handle, TABLES));
        directory.jdbi().useTransaction(handle -> settle(handle, run));
    }

    /** Within a transaction: the same. */
    static void settle(Handle handle, long run) {
        SETTLE.forEach(
                sql -> handle.createUpdate(Sql.text(sql)).bind("run", run).execute());
    }
}
