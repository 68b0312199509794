package io.entrasync.runtime.karaf;

import io.entrasync.settings.Configured;
import io.entrasync.settings.InvalidSettingException;
import io.entrasync.settings.UnknownKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code etc/io.entrasync.cfg} sets. Its keys are those of the other runtime without their prefix; beside them
 * stand the web server's, and {@code camel.main.*} for Camel itself.
 */
record CfgFile(Map<String, String> texts) {
    /** What the framework itself adds. */
    private static final Pattern FOREIGN = Pattern.compile("(service|component|felix|osgi|org)\\..*|.*\\.target");

    private static final Pattern SERVER = Pattern.compile("server\\.(port|address)|camel\\..+");
    private static final String PORT = "server.port";
    private static final String PREFIX = "entrasync.";

    static CfgFile of(Map<String, ?> properties) {
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (!FOREIGN.matcher(key).matches()) {
                texts.put(key, String.valueOf(value));
            }
        });
        return new CfgFile(texts);
    }

    /** One sentence for each key that nobody knows. */
    List<String> warnings() {
        List<String> settings = texts.keySet().stream()
                .filter(key -> !SERVER.matcher(key).matches())
                .toList();
        return UnknownKeys.warnings(settings).stream()
                .map(CfgFile::withoutPrefix)
                .toList();
    }

    /**
     * All settings, read and checked.
     *
     * @throws InvalidSettingException for the first value that is not allowed
     */
    Configured configured() {
        port();
        return Configured.of(key -> texts.getOrDefault(key, fallback(key)));
    }

    /** The message as somebody needs it who has this file before him. */
    static String withoutPrefix(String message) {
        return message.replace(PREFIX, "");
    }

    int port() {
        String text = texts.getOrDefault(PORT, "8080").strip();
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new InvalidSettingException(PORT, text, "a whole number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    String address() {
        return texts.getOrDefault("server.address", "127.0.0.1").strip();
    }

    /** Settings of Camel itself, such as {@code camel.main.shutdown-timeout}. */
    Properties camel() {
        Properties camel = new Properties();
        texts.forEach((key, text) -> {
            if (key.startsWith("camel.")) {
                camel.setProperty(key, text);
            }
        });
        return camel;
    }

    /** Karaf has its own places; what lies below {@code data} is lost when somebody starts it clean. */
    private static @Nullable String fallback(String key) {
        return switch (key) {
            case "db.url" ->
                "jdbc:hsqldb:file:" + Path.of(System.getProperty("karaf.base", "."), "entra-sync/directory");
            case "routes.location" -> ownRoutes(Path.of(System.getProperty("karaf.etc", "etc"), "entrasync", "routes"));
            default -> null;
        };
    }

    private static @Nullable String ownRoutes(Path folder) {
        String[] names = folder.toFile().list();
        boolean own = Files.isDirectory(folder)
                && Stream.of(names == null ? new String[0] : names).anyMatch(name -> name.endsWith(".camel.xml"));
        return own ? folder.toString() : null;
    }
}
