package io.entrasync.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mustache templates of mails: those that come with the product, of which a folder replaces any by its name. */
final class Templates {
    private static final String BUILT_IN = "classpath:mail";

    private final Map<String, Template> templates;

    private Templates(Map<String, Template> templates) {
        this.templates = templates;
    }

    /**
     * Reads all templates.
     *
     * @param location {@code classpath:mail}, or a folder
     * @throws IllegalStateException naming the file, if one is not well formed or the folder cannot be read
     */
    static Templates read(String location) {
        if (!location.equals(BUILT_IN) && !Files.isDirectory(folder(location))) {
            throw new IllegalStateException("entrasync.mail.templates = " + location + " is not a readable folder.");
        }
        return new Templates(Stream.of("summary.html", "summary.txt", "alert.html", "alert.txt")
                .collect(Collectors.toMap(Function.identity(), name -> compile(location, name))));
    }

    private static Path folder(String location) {
        return Path.of(location.replaceFirst("^file:(//)?", ""));
    }

    private static Template compile(String location, String name) {
        try {
            return Mustache.compiler()
                    .escapeHTML(name.endsWith(".html"))
                    .nullValue("")
                    .compile(text(location, name));
        } catch (RuntimeException wrong) {
            throw new IllegalStateException(
                    "The mail template %s in entrasync.mail.templates = %s is not well formed: %s"
                            .formatted(name, location, wrong.getMessage()),
                    wrong);
        }
    }

    private static String text(String location, String name) {
        Path own = folder(location).resolve(name);
        try (InputStream builtIn = Templates.class.getResourceAsStream("/mail/" + name)) {
            if (!location.equals(BUILT_IN) && Files.exists(own)) {
                return Files.readString(own);
            }
            if (builtIn == null) {
                throw new IllegalStateException("The mail template " + name + " is missing from the product.");
            }
            return new String(builtIn.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    String render(String name, Object page) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalArgumentException(name);
        }
        return template.execute(page);
    }
}
