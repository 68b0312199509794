package io.entrasync.store;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What has to hold before a staged generation becomes the image. */
final class ImageCompletion {
    private static final List<String> SETTLE = List.of(
            "image/hidden",
            "image/exempt-users",
            "image/exempt-groups",
            "image/exemption-learn",
            "image/reused-users",
            "image/reused-groups",
            "image/frozen-groups",
            "image/generation");

    private ImageCompletion() {}

    private record ReadCounts(int readRows, int stagedRows, int stagedUsers, int pendingGroups) {}

    /** Within a transaction: checks the generation, settles what rows alone could not, makes it the image. */
    static void complete(Handle handle, long run, List<String> tables) {
        int duplicates = dropEarlier(handle, run, "image_user") + dropEarlier(handle, run, "image_group");
        handle.createUpdate(Sql.text("run/duplicates"))
                .bindMap(Map.of("run", run, "duplicates", duplicates))
                .execute();
        requireComplete(handle, run);
        settle(handle, run);
        tables.forEach(table -> handle.execute("delete from " + table + " where generation <> ?", run));
    }

    /** Within a transaction: settles what rows alone could not. */
    static void settle(Handle handle, long run) {
        for (String sql : SETTLE) {
            handle.createUpdate(Sql.text(sql)).bind("run", run).execute();
        }
    }

    /** An object that came on several pages: the last one wins. */
    private static int dropEarlier(Handle handle, long run, String table) {
        List<String> twice = handle.createQuery("select entra_id from " + table
                        + " where generation = :run group by entra_id having count(*) > 1")
                .bind("run", run)
                .mapTo(String.class)
                .list();
        return twice.stream()
                .mapToInt(id -> dropEarlier(handle, run, table, id))
                .sum();
    }

    private static int dropEarlier(Handle handle, long run, String table, String id) {
        int last = handle.createQuery("select max(page) from " + table + " where generation = ? and entra_id = ?")
                .bind(0, run)
                .bind(1, id)
                .mapTo(Integer.class)
                .one();
        String earlier = " where generation = ? and entra_id = ? and page < ?";
        String type = table.equals("image_user") ? "USER" : "GROUP";
        for (String part : List.of("image_address", "image_exempt_address")) {
            handle.execute("delete from " + part + earlier + " and object_type = ?", run, id, last, type);
        }
        return handle.execute("delete from " + table + earlier, run, id, last);
    }

    private static void requireComplete(Handle handle, long run) {
        ReadCounts counts = handle.createQuery(Sql.text("image/read-counts"))
                .bind("run", run)
                .map((rs, context) -> new ReadCounts(
                        rs.getInt("read_rows"),
                        rs.getInt("staged_rows"),
                        rs.getInt("staged_users"),
                        rs.getInt("pending_groups")))
                .one();
        if (counts.readRows() != counts.stagedRows() || counts.pendingGroups() > 0) {
            throw new ProblemException(
                    ProblemCode.READ_INCOMPLETE,
                    "Graph delivered %d objects, %d of them were kept, and %d groups lack their members."
                            .formatted(counts.readRows(), counts.stagedRows(), counts.pendingGroups()));
        }
        if (counts.stagedUsers() == 0) {
            throw new ProblemException(ProblemCode.EMPTY_SOURCE, "The list of users was empty.");
        }
    }
}
