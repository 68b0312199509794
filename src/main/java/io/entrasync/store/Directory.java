package io.entrasync.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The directory database: migrated to the current schema, and ready for statements. */
public final class Directory {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final boolean alone;

    private Directory(Jdbi jdbi, Dialect dialect, boolean alone) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.alone = alone;
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @throws SQLException if it does not answer
     */
    public static Directory open(DataSource dataSource) throws SQLException {
        Dialect dialect = dialect(dataSource);
        Flyway.configure(Directory.class.getClassLoader())
                .dataSource(dataSource)
                .placeholders(dialect.migrationPlaceholders())
                .load()
                .migrate();
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setUnusedBindingAllowed(true);
        // values are somebody's addresses, and do not belong into logs
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new Directory(jdbi, dialect, isFile(dataSource));
    }

    Jdbi jdbi() {
        return jdbi;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether no other process can have this database open: a lease of someone else then is a dead one's. */
    boolean isAlone() {
        return alone;
    }

    private static boolean isFile(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:hsqldb:file:");
        }
    }

    private static Dialect dialect(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.startsWith("HSQL") ? new HsqldbDialect() : new PostgresDialect();
        }
    }
}
