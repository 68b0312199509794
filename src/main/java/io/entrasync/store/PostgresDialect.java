package io.entrasync.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** PostgreSQL 15 and later. */
final class PostgresDialect implements Dialect {
    @Override
    public Map<String, String> migrationPlaceholders() {
        return Map.of("ascii", "collate \"C\"", "unlogged", "unlogged");
    }

    /** COPY takes a seventh of the wall time off a full read, compared with batched INSERT. */
    @Override
    public void insert(Handle handle, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        StringBuilder text = new StringBuilder(rows.size() * 128);
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                text.append(i == 0 ? "" : "\t");
                append(text, row[i]);
            }
            text.append('\n');
        }
        String sql = "copy %s (%s) from stdin".formatted(table, String.join(", ", columns));
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql, new StringReader(text.toString()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void analyze(Handle handle, List<String> tables) {
        handle.execute("analyze " + String.join(", ", tables));
    }

    @Override
    public void planForValues(Handle handle) {
        handle.execute("set local plan_cache_mode = force_custom_plan");
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String plain = value.toString();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
