package io.entrasync.runtime.karaf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.model.ProblemException;
import io.entrasync.runtime.Beans;
import io.entrasync.runtime.Components;
import io.entrasync.runtime.Json;
import io.entrasync.runtime.LoginThrottle;
import io.entrasync.runtime.OperatorAccount;
import io.entrasync.runtime.RouteFiles;
import io.entrasync.settings.Configured;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import io.entrasync.store.DirectoryProblem;
import io.entrasync.store.LoginStore;
import io.entrasync.store.OperatorStore;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The product at work under one configuration: database, routes, web server. Closing it leaves nothing behind. */
final class RunningProduct implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningProduct.class);

    private final BundleMain main = new BundleMain();
    /** What was opened, the last first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private final Clock clock = Clock.systemUTC();
    private final ObjectMapper json = Json.mapper();
    private final HealthPage health;
    private final WebServer web;

    /** Camel's Main, which remembers the last one of the process. */
    private static final class BundleMain extends Main {
        void end() {
            stop();
            instance = null;
        }
    }

    /**
     * Starts everything.
     *
     * @throws Exception if anything fails; then nothing is left open
     */
    static RunningProduct start(CfgFile cfg, Drivers drivers) throws Exception {
        return apart(() -> new RunningProduct(cfg, drivers));
    }

    /**
     * On a thread that ends with the work: what libraries leave on a thread would keep the product from being collected
     * with one of the framework's, and by the thread's class loader they find their parts.
     */
    private static <T> T apart(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "entra-sync");
        thread.setContextClassLoader(RunningProduct.class.getClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    private RunningProduct(CfgFile cfg, Drivers drivers) throws Exception {
        try {
            Configured configured = cfg.configured();
            Settings settings = configured.settings();
            HikariDataSource pool = pool(drivers, settings);
            Directory directory = directory(pool, settings);
            CamelContext camel = camel(cfg);
            Components.configure(camel, settings.graph().maxConcurrency());
            open.push(SharedThreads::end);
            Beans.bind(configured, directory, json, clock, (name, bean) -> bind(camel, name, bean));
            camel.getRegistry().bind("actor", new BasicUser());
            health = new HealthPage(json, camel, pool);
            web = new WebServer(camel);
            open.push(web);
            web.serve(new Problems(json), health, login(settings, directory));
            RouteFiles.load(camel, settings.routesLocation(), RouteFiles.API);
            open.push(main::end);
            main.start();
            web.listen(cfg.address(), cfg.port());
        } catch (Exception | LinkageError e) {
            closeAll();
            main.end();
            throw e;
        }
    }

    /** Where the web server listens. */
    String address() {
        return web.address();
    }

    /** What of the file in force now could not be followed; null if all of it is. */
    void refusal(@Nullable String reason) {
        health.refusal(reason);
    }

    @Override
    public void close() {
        try {
            apart(Executors.callable(this::closeAll));
        } catch (Exception e) {
            LOG.warn("Not everything was closed", e);
        }
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            AutoCloseable next = open.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", next.getClass().getSimpleName(), e);
            }
        }
    }

    private HikariDataSource pool(Drivers drivers, Settings settings) throws SQLException {
        HikariDataSource pool = drivers.pool(settings.database());
        open.push(pool);
        return pool;
    }

    private static Directory directory(HikariDataSource pool, Settings settings) {
        try {
            return Directory.open(pool);
        } catch (SQLException | RuntimeException failure) {
            throw new ProblemException(DirectoryProblem.of(failure, settings.database()), failure);
        }
    }

    private CamelContext camel(CfgFile cfg) {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure()
                .withName("entra-sync")
                .withRoutesIncludePattern("false")
                .withShutdownTimeout(30)
                .withStreamCachingEnabled(false);
        main.setOverrideProperties(cfg.camel());
        // else the end of the JVM waits for this context a minute
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.init();
        CamelContext camel = main.getCamelContext();
        camel.setApplicationContextClassLoader(RunningProduct.class.getClassLoader());
        return camel;
    }

    private void bind(CamelContext camel, String name, Object bean) {
        camel.getRegistry().bind(name, bean);
        if (bean instanceof ExecutorService threads) {
            open.push(threads::shutdownNow);
        } else if (bean instanceof AutoCloseable closeable) {
            open.push(closeable);
        }
    }

    private BasicLogin login(Settings settings, Directory directory) {
        BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
        OperatorAccount operator = new OperatorAccount(new OperatorStore(directory, clock), encoder);
        Settings.Console console = settings.console();
        return new BasicLogin(
                new BasicUser.Credentials(console.username(), operator.passwordHash(console)),
                encoder,
                new LoginThrottle(clock),
                new LoginStore(directory, clock));
    }
}
