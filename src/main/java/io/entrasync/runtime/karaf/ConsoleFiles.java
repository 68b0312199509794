package io.entrasync.runtime.karaf;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The console's files as they lie in the bundle. */
final class ConsoleFiles {
    static final String PATH = "/console/";

    private ConsoleFiles() {}

    /** Answers with the file; blocks while it is read. What is not there is left to the next handler. */
    static void answer(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals("/console")) {
            request.redirect(PATH);
            return;
        }
        String name = path.equals(PATH) ? PATH + "index.html" : path;
        // a folder has no ending, and no answer
        if (!name.matches("/console/[\\w/-]+(\\.[\\w-]+)+")) {
            request.next();
            return;
        }
        try (InputStream file = ConsoleFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                request.next();
                return;
            }
            request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, contentType(name))
                    .end(Buffer.buffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contentType(String name) {
        String type = MimeMapping.getMimeTypeForFilename(name);
        if (type == null) {
            return "application/octet-stream";
        }
        boolean text = type.startsWith("text/") || type.endsWith("javascript") || type.endsWith("json");
        return text ? type + ";charset=UTF-8" : type;
    }
}
