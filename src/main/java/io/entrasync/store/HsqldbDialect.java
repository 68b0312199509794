package io.entrasync.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The embedded database. */
final class HsqldbDialect implements Dialect {
    @Override
    public Map<String, String> migrationPlaceholders() {
        return Map.of("ascii", "", "unlogged", "");
    }

    @Override
    public void insert(Handle handle, String table, List<String> columns, List<@Nullable Object[]> rows) {
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql = "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), marks);
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            rows.forEach(batch::add);
            batch.execute();
        }
    }

    @Override
    public void analyze(Handle handle, List<String> tables) {
        // The embedded database plans by its indexes alone.
    }

    @Override
    public void planForValues(Handle handle) {
        // It always does.
    }
}
