package io.entrasync.store;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The database URL as it is used: an operator's, with what the embedded database needs to be safe. */
public final class DirectoryUrl {
    private static final Map<String, String> HSQLDB_SAFETY = safety();

    private DirectoryUrl() {}

    /**
     * Adds the safety options to an HSQLDB URL that does not set them: MVCC, so that readers do not wait for an apply;
     * no write delay, since otherwise a kill loses committed rows; PostgreSQL's syntax, for the shared SQL, and text
     * literals that are not padded with blanks, as there.
     */
    public static String complete(String url) {
        if (!isHsqldb(url)) {
            return url;
        }
        StringBuilder complete = new StringBuilder(url);
        String lower = url.toLowerCase(Locale.ROOT);
        HSQLDB_SAFETY.forEach((option, value) -> {
            if (!lower.contains(";" + option + "=")) {
                complete.append(';').append(option).append('=').append(value);
            }
        });
        return complete.toString();
    }

    public static boolean isHsqldb(String url) {
        return url.startsWith("jdbc:hsqldb:");
    }

    private static Map<String, String> safety() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("hsqldb.tx", "mvcc");
        options.put("hsqldb.write_delay", "false");
        options.put("sql.syntax_pgs", "true");
        options.put("sql.char_literal", "false");
        options.put("shutdown", "true");
        return options;
    }
}
