package io.entrasync.convention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;

/** Notes which routes a test has run, for the check that comes after all tests. */
public final class RoutesRun {
    static final Path NOTES = Path.of("target", "routes-run.txt");

    private RoutesRun() {}

    /** To be called before a context is stopped. */
    public static synchronized void note(CamelContext camel) {
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        List<String> run = camel.getRoutes().stream()
                .map(route -> managed.getManagedRoute(route.getId()))
                .filter(RoutesRun::hasRun)
                .map(ManagedRouteMBean::getRouteId)
                .toList();
        try {
            Files.createDirectories(NOTES.getParent());
            Files.write(NOTES, run, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasRun(ManagedRouteMBean route) {
        try {
            return route.getExchangesTotal() > 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
