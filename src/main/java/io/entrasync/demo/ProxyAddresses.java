package io.entrasync.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Exchange keeps the entries of {@code proxyAddresses}. */
final class ProxyAddresses {
    private static final String PRIMARY = "SMTP:";
    private static final String ALIAS = "smtp:";

    private ProxyAddresses() {}

    static List<String> orNone(@Nullable List<String> entries) {
        return entries == null ? List.of() : entries;
    }

    static @Nullable String primary(@Nullable List<String> entries) {
        for (String entry : orNone(entries)) {
            if (entry.startsWith(PRIMARY)) {
                return entry.substring(PRIMARY.length()).trim();
            }
        }
        return null;
    }

    static List<String> aliases(@Nullable List<String> entries) {
        return orNone(entries).stream()
                .filter(entry -> entry.startsWith(ALIAS))
                .map(entry -> entry.substring(ALIAS.length()).trim())
                .toList();
    }

    static List<String> without(@Nullable List<String> entries, String alias) {
        List<String> kept = new ArrayList<>(orNone(entries));
        kept.remove(ALIAS + alias);
        return kept;
    }

    static List<String> renamed(@Nullable List<String> entries, String primary) {
        List<String> renamed = new ArrayList<>(List.of(PRIMARY + primary));
        for (String entry : without(entries, primary)) {
            renamed.add(entry.startsWith(PRIMARY) ? ALIAS + entry.substring(PRIMARY.length()) : entry);
        }
        renamed.remove(ALIAS + primary);
        return renamed;
    }
}
