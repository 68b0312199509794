package io.entrasync.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds typing errors among configured keys: a key that nobody reads would otherwise go unnoticed. */
public final class UnknownKeys {
    private UnknownKeys() {}

    /** One sentence for each configured key (without prefix) that is not known, with the nearest that is. */
    public static List<String> warnings(Collection<String> configured) {
        Set<String> known = known();
        return new TreeSet<>(configured)
                .stream()
                        .filter(key -> !known.contains(key))
                        .map(key -> "entrasync.%s is not a known setting and has no effect; did you mean entrasync.%s?"
                                .formatted(key, nearest(key, known)))
                        .toList();
    }

    private static Set<String> known() {
        return Stream.concat(SettingKeys.KEYS.stream().map(Key::name), SettingKeys.RESERVED.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nearest(String key, Set<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .orElseThrow();
    }

    /** Least number of characters to insert, drop or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
