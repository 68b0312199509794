package io.entrasync.runtime.spring;

import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.Configured;
import io.entrasync.settings.Settings;
import io.entrasync.settings.UnknownKeys;
import io.entrasync.store.Directory;
import io.entrasync.store.DirectoryProblem;
import io.entrasync.store.DirectoryUrl;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Settings and database from Boot's configuration. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryConfiguration.class);
    private static final String PREFIX = "entrasync.";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Configured configured(ConfigurableEnvironment environment) {
        UnknownKeys.warnings(ConfiguredKeys.of(environment)).forEach(LOG::warn);
        Binder binder = Binder.get(environment);
        return Configured.of(key -> binder.bind(PREFIX + key, String.class).orElse(null));
    }

    /** As they were at the start: where the database is, who logs in, which routes are loaded. */
    @Bean
    Settings settings(Configured configured) {
        return configured.settings();
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(Settings settings) {
        Settings.Database database = settings.database();
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("directory");
        pool.setJdbcUrl(DirectoryUrl.complete(database.url()));
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(10);
        return pool;
    }

    @Bean
    Directory directory(DataSource dataSource, Settings settings) {
        try {
            return Directory.open(dataSource);
        } catch (SQLException | RuntimeException failure) {
            throw new ProblemException(DirectoryProblem.of(failure, settings.database()), failure);
        }
    }
}
