package io.entrasync.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.xml.io.XmlPullParserLocationException;

/**
 * The route files: those that come with the product, of which an operator's folder replaces any by its name, and adds
 * others.
 */
public final class RouteFiles {
    private static final String BUILT_IN = "classpath:routes";
    private static final String SUFFIX = ".camel.xml";
    private static final List<String> NAMES = List.of(
            "schedule",
            "sync",
            "connect",
            "graph",
            "users",
            "groups",
            "filters",
            "mailboxes",
            "evidence",
            "plan",
            "apply",
            "explain",
            "summary",
            "errors");

    /** The REST API; it needs a runtime with a web server. */
    public static final List<String> API = List.of(
            "api",
            "api-runs",
            "api-approval",
            "api-directory",
            "api-accounts",
            "api-registry",
            "api-settings",
            "api-explain",
            "api-logins",
            "api-summary");

    private interface Step {
        void take() throws Exception;
    }

    private RouteFiles() {}

    /**
     * Loads all routes; see {@link #load(CamelContext, String, List, Predicate)}.
     */
    public static void load(CamelContext camel, String location, List<String> extra) {
        load(camel, location, extra, stem -> true);
    }

    /**
     * Loads the routes.
     *
     * @param location {@code classpath:routes}, or a folder
     * @param extra further built-in files by stem, such as {@code demo}
     * @param wanted which files are loaded, by stem
     * @throws IllegalStateException naming the file, and the line where there is one, if a file does not load
     */
    public static void load(CamelContext camel, String location, List<String> extra, Predicate<String> wanted) {
        TreeMap<String, Resource> files = new TreeMap<>();
        Stream.concat(NAMES.stream(), extra.stream()).forEach(stem -> {
            Resource file = ResourceHelper.resolveResource(camel, BUILT_IN + "/" + stem + SUFFIX);
            if (file == null || !file.exists()) {
                throw new IllegalStateException("The route file " + stem + SUFFIX + " is missing from the product.");
            }
            files.put(stem + SUFFIX, file);
        });
        if (!location.equals(BUILT_IN)) {
            folder(camel, location).forEach(file -> files.put(nameOf(file), file));
        }
        files.keySet().removeIf(name -> !wanted.test(name.substring(0, name.length() - SUFFIX.length())));
        load(camel, files.values());
    }

    /** Route configurations hold only for routes that are added after them, so those of all files come first. */
    private static void load(CamelContext camel, Collection<Resource> files) {
        Map<Resource, Collection<RoutesBuilder>> builders = new LinkedHashMap<>();
        files.forEach(file -> attempt(
                file,
                () -> builders.put(file, PluginHelper.getRoutesLoader(camel).findRoutesBuilders(file))));
        builders.forEach((file, parts) -> attempt(file, () -> {
            for (RoutesBuilder part : parts) {
                if (part instanceof RouteConfigurationsBuilder configurations) {
                    camel.addRoutesConfigurations(configurations);
                }
            }
        }));
        builders.forEach((file, parts) -> attempt(file, () -> {
            for (RoutesBuilder part : parts) {
                camel.addRoutes(part);
            }
        }));
    }

    private static List<Resource> folder(CamelContext camel, String location) {
        Path folder = location.startsWith("file:/")
                ? Path.of(URI.create(location))
                : Path.of(location.replaceFirst("^file:", ""));
        try (Stream<Path> files = Files.list(folder)) {
            List<Resource> resources = new ArrayList<>();
            files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(file ->
                            resources.add(ResourceHelper.resolveResource(camel, "file:" + file.toAbsolutePath())));
            if (resources.isEmpty()) {
                throw new IllegalStateException(
                        "entrasync.routes.location = " + location + " holds no file named *" + SUFFIX + ".");
            }
            return resources;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "entrasync.routes.location = " + location + " is not a readable folder.", e);
        }
    }

    private static String nameOf(Resource file) {
        String location = file.getLocation();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static void attempt(Resource file, Step step) {
        try {
            step.take();
        } catch (Exception e) {
            throw new IllegalStateException("The route file " + file.getLocation() + " does not load: " + cause(e), e);
        }
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof XmlPullParserLocationException)) {
            cause = cause.getCause();
        }
        String place = cause instanceof XmlPullParserLocationException xml
                ? "line %d, column %d: ".formatted(xml.getLineNumber(), xml.getColumnNumber())
                : "";
        return place + cause.getMessage();
    }
}
