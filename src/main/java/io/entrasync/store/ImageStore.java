package io.entrasync.store;

import io.entrasync.graph.BatchRequest;
import io.entrasync.graph.MemberBatch.MemberPage;
import io.entrasync.model.ObjectType;
import io.entrasync.model.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The image: the last complete picture of the tenant. A read stages its rows under its run's id as generation; only
 * when everything arrived does that generation become the image.
 */
public final class ImageStore {
    private static final List<String> MEMBER_COLUMNS = List.of("generation", "group_entra_id", "member_entra_id");
    private static final List<String> TABLES = List.of(
            "image_user",
            "image_group",
            "image_address",
            "image_member",
            "image_domain",
            "image_filter",
            "image_filter_member",
            "image_exempt_address");

    private final Directory directory;
    private final LeaseStore lease;

    public ImageStore(Directory directory, LeaseStore lease) {
        this.directory = directory;
        this.lease = lease;
    }

    /** Drops what earlier reads left that did not become the image. */
    public void begin(long run) {
        directory.jdbi().useTransaction(handle -> {
            for (String table : TABLES) {
                handle.execute("delete from " + table
                        + " where generation <> coalesce((select image_generation from directory_state), 0)");
            }
        });
    }

    /** Drops what a collection's read has staged so far, because its page token is lost and it starts over. */
    public void restart(long run, ObjectType type) {
        String table = type == ObjectType.USER ? "image_user" : "image_group";
        String counter = type == ObjectType.USER ? "users_read" : "groups_read";
        directory.jdbi().useTransaction(handle -> {
            handle.execute("delete from " + table + " where generation = ?", run);
            for (String part : List.of("image_address", "image_domain", "image_exempt_address")) {
                handle.execute("delete from " + part + " where generation = ? and object_type = ?", run, type.name());
            }
            handle.execute("update sync_run set " + counter + " = 0 where id = ?", run);
        });
    }

    /**
     * Stages one page of users.
     *
     * @param page number of the page within the collection, from 1
     * @param read how many users Graph delivered
     * @param rows what the scope made of them
     */
    public void stageUsers(long run, int page, int read, List<UserRow> rows) {
        stage(run, page, read, rows, ObjectType.USER);
    }

    /** Stages one page of groups. */
    public void stageGroups(long run, int page, int read, List<GroupRow> rows) {
        stage(run, page, read, rows, ObjectType.GROUP);
    }

    private void stage(long run, int page, int read, List<? extends ImageRow> rows, ObjectType type) {
        Map<String, ImageRow> unique = new LinkedHashMap<>();
        rows.forEach(row -> unique.put(row.id(), row));
        boolean users = type == ObjectType.USER;
        Dialect dialect = directory.dialect();
        inTransaction(handle -> {
            List<@Nullable Object[]> objects = new ArrayList<>();
            unique.values().forEach(row -> objects.add(row.columns(run, page)));
            dialect.insert(
                    handle, users ? "image_user" : "image_group", users ? UserRow.COLUMNS : GroupRow.COLUMNS, objects);
            new ImageParts(run, page, type, unique.values()).insert(dialect, handle);
            handle.createUpdate(Sql.text(users ? "run/users-read" : "run/groups-read"))
                    .bind("run", run)
                    .bind("read", read)
                    .bind("duplicates", rows.size() - unique.size())
                    .execute();
        });
    }

    /** Groups whose members are still to be read, in lists of at most a batch, fetched as they are needed. */
    public Iterator<List<String>> pendingGroups(long run) {
        return Stream.iterate(
                        pendingGroups(run, ""),
                        ids -> !ids.isEmpty(),
                        ids -> pendingGroups(run, ids.get(ids.size() - 1)))
                .iterator();
    }

    private List<String> pendingGroups(long run, String after) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("image/pending-groups"))
                .bind("run", run)
                .bind("after", after)
                .bind("limit", BatchRequest.LIMIT)
                .mapTo(String.class)
                .list());
    }

    /**
     * What the token says of groups that hide their members: without the permission nobody is asked for them, with it
     * their members are as any other's.
     */
    public void hiddenMembers(long run, boolean granted) {
        String sql = granted ? "image/hidden-granted" : "image/hidden-refused";
        directory.jdbi().useHandle(handle -> update(handle, sql, Map.of("run", run)));
    }

    /** Stages what Graph said of the members of some groups. */
    public void stageMembers(long run, List<MemberPage> pages) {
        List<MembersRow> groups = pages.stream().map(MembersRow::of).toList();
        List<@Nullable Object[]> members = new ArrayList<>();
        groups.forEach(group ->
                group.members().forEach(member -> members.add(new @Nullable Object[] {run, group.groupId(), member})));
        inTransaction(handle -> {
            directory.dialect().insert(handle, "image_member", MEMBER_COLUMNS, members);
            PreparedBatch states = handle.prepareBatch(Sql.text("image/members-state"));
            groups.forEach(group -> states.bind("run", run)
                    .bind("group", group.groupId())
                    .bind("state", group.state())
                    .bind("other", group.other())
                    .add());
            states.execute();
            update(handle, "run/members-read", Map.of("run", run, "read", members.size()));
        });
    }

    /**
     * Makes the staged generation the image, if nothing is missing.
     *
     * @param token fencing token of the lease under which the run works
     * @throws LeaseLostException if another process has taken the lease over
     * @throws ProblemException READ_INCOMPLETE or EMPTY_SOURCE; image and directory are then untouched
     */
    public void complete(long run, long token) {
        inTransaction(handle -> {
            if (!lease.isCurrent(handle, token)) {
                throw new LeaseLostException();
            }
            ImageCompletion.complete(handle, run, TABLES);
        });
        directory.jdbi().useHandle(handle -> directory.dialect().analyze(handle, TABLES));
    }

    /** Within a transaction: forgets the image. */
    static void drop(Handle handle) {
        TABLES.forEach(table -> handle.execute("delete from " + table));
    }

    private static void update(Handle handle, String sql, Map<String, ?> parameters) {
        handle.createUpdate(Sql.text(sql)).bindMap(parameters).execute();
    }

    private interface Work {
        void in(Handle handle) throws SQLException;
    }

    private void inTransaction(Work work) {
        try {
            directory.jdbi().useTransaction(work::in);
        } catch (SQLException e) {
            throw new DirectoryException(e);
        }
    }
}
