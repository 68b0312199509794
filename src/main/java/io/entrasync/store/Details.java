package io.entrasync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads what belongs to the entries of one page, with one statement for all of them. */
final class Details {
    private Details() {}

    /** Turns a row into a detail. */
    interface Reader<T> {
        T read(ResultSet rs) throws SQLException;
    }

    /**
     * Details by the id of their owner, in the statement's order; an owner without any has no entry.
     *
     * @param sql selects details with a column {@code owner}, of the owners {@code <ids>}
     */
    static <T> Map<Long, List<T>> read(Handle handle, String sql, List<Long> owners, Reader<T> reader) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(Sql.text(sql))
                .configure(
                        SqlStatements.class,
                        statements -> statements.setTemplateEngine(new DefinedAttributeTemplateEngine()))
                .bindList("ids", owners)
                .map((rs, context) -> Map.entry(rs.getLong("owner"), reader.read(rs)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
