package io.entrasync.runtime.karaf;

import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.settings.Settings;
import io.entrasync.store.DirectoryUrl;
import java.sql.SQLException;
import java.util.Properties;
import org.osgi.service.jdbc.DataSourceFactory;

/** The JDBC drivers as the framework offers them, and pools of their connections. */
record Drivers(DataSourceFactory embedded, DataSourceFactory postgresql) {
    /** A pool for the configured database, with the safety options where it is the embedded one. */
    HikariDataSource pool(Settings.Database database) throws SQLException {
        DataSourceFactory driver = DirectoryUrl.isHsqldb(database.url()) ? embedded : postgresql;
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, DirectoryUrl.complete(database.url()));
        properties.setProperty(DataSourceFactory.JDBC_USER, database.username());
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, database.password());
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("directory");
        pool.setDataSource(driver.createDataSource(properties));
        pool.setMaximumPoolSize(10);
        return pool;
    }
}
