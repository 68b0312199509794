package io.entrasync.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the two databases do not share. Everything else is the same SQL on both. */
interface Dialect {
    /** Values for the placeholders of the migrations. */
    Map<String, String> migrationPlaceholders();

    /** Adds many rows at once, the fastest way that the database has. */
    void insert(Handle handle, String table, List<String> columns, List<@Nullable Object[]> rows) throws SQLException;

    /** Lets the query planner know what many new rows look like. */
    void analyze(Handle handle, List<String> tables);

    /** Within a transaction: each statement is planned for the values it has, since chunks differ from tables. */
    void planForValues(Handle handle);
}
