package io.entrasync.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A directory in memory, with the product's schema, to try a plan on copies of a few rows. */
final class Scratch implements AutoCloseable {
    private final Directory directory;

    Scratch() {
        JDBCDataSource memory = new JDBCDataSource();
        memory.setUrl(DirectoryUrl.complete("jdbc:hsqldb:mem:scratch-" + UUID.randomUUID() + ";shutdown=false"));
        memory.setUser("sa");
        memory.setPassword("");
        try {
            directory = Directory.open(memory);
        } catch (SQLException e) {
            throw new DirectoryException(e);
        }
    }

    Directory directory() {
        return directory;
    }

    @Override
    public void close() {
        directory.jdbi().useHandle(handle -> handle.execute("shutdown"));
    }

    /** Makes it as new. */
    void clear() {
        directory.jdbi().useHandle(handle -> {
            handle.execute("truncate schema public restart identity and commit no check");
            handle.execute("insert into directory_state (id, seeded) values (1, true)");
            handle.execute("insert into run_lease (id) values (1)");
        });
    }

    /**
     * Copies rows of a table.
     *
     * @param where a condition with {@code <ids>}
     * @param generation what the rows' generation becomes; null: they have none
     */
    void copy(Handle from, String table, String where, Collection<?> keys, @Nullable Long generation) {
        List<Map<String, @Nullable Object>> rows = Neighbours.select(
                from, "select x.* from " + table + " x where " + where, keys, (rs, context) -> row(rs, generation));
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(rows.get(0).keySet());
        String sql = "insert into %s (%s) values (%s)"
                .formatted(
                        table, String.join(", ", columns), String.join(", ", Collections.nCopies(columns.size(), "?")));
        directory.jdbi().useHandle(to -> {
            var batch = to.prepareBatch(sql);
            rows.forEach(row -> batch.add(row.values().toArray()));
            batch.execute();
        });
    }

    private static Map<String, @Nullable Object> row(ResultSet rs, @Nullable Long generation) throws SQLException {
        ResultSetMetaData meta = rs.getMetaData();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String column = meta.getColumnLabel(i).toLowerCase(Locale.ROOT);
            boolean time =
                    meta.getColumnType(i) == Types.TIMESTAMP || meta.getColumnType(i) == Types.TIMESTAMP_WITH_TIMEZONE;
            Object value = time ? rs.getObject(i, OffsetDateTime.class) : rs.getObject(i);
            row.put(column, column.equals("generation") ? generation : value);
        }
        return row;
    }
}
