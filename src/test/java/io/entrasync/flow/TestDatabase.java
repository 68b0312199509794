package io.entrasync.flow;

import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.store.DirectoryUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The databases that the product runs on. Every flow test runs on both. */
public enum TestDatabase {
    HSQLDB {
        @Override
        public HikariDataSource open() {
            return pool(DirectoryUrl.complete("jdbc:hsqldb:mem:" + UUID.randomUUID()), "sa");
        }
    },
    POSTGRESQL {
        @Override
        public HikariDataSource open() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return pool(Server.INSTANCE.getJdbcUrl("postgres", name), "postgres");
        }
    };

    /** A new, empty database. */
    public abstract HikariDataSource open();

    static HikariDataSource pool(String url, String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        return pool;
    }

    /** One server for the whole test run. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
