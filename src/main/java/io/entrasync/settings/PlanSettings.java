package io.entrasync.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings that decide what a plan contains, as a text that is the same as long as they are. A run keeps it, goes by
 * it, and its plan can be approved as long as it is the product's.
 *
 * @param texts by key
 */
public record PlanSettings(Map<String, String> texts) {
    private static final int SHOWN = 100;

    /** What decides a plan: which objects, what of them, and what is held. */
    private static final List<Key<?>> DECISIVE = List.of(
            SettingKeys.PRIMARY_DOMAIN,
            SettingKeys.ACTIVE_USERS,
            SettingKeys.DISTRIBUTION_GROUPS,
            SettingKeys.SECURITY_GROUPS,
            SettingKeys.MICROSOFT_365_GROUPS,
            SettingKeys.DYNAMIC_GROUPS,
            SettingKeys.ADD_USERS,
            SettingKeys.UPDATE_USERS,
            SettingKeys.ADD_GROUPS,
            SettingKeys.UPDATE_GROUPS,
            SettingKeys.REMOVE_USERS,
            SettingKeys.REMOVE_GROUPS,
            SettingKeys.NEW_USER_ROLE,
            SettingKeys.SHARED_MAILBOXES,
            SettingKeys.INCLUDE_GROUPS,
            SettingKeys.EXCLUDE_GROUPS,
            SettingKeys.INCLUDE,
            SettingKeys.EXCLUDE,
            SettingKeys.TECH_CONTACT,
            SettingKeys.MAX_REMOVALS,
            SettingKeys.MAX_REMOVAL_PERCENT);

    /** What a run goes by besides; a plan is the same whatever it is. */
    private static final List<Key<?>> BESIDES = List.of(SettingKeys.IGNORED_DOMAINS);

    public static PlanSettings of(EffectiveSettings settings) {
        Map<String, String> texts = new TreeMap<>();
        Stream.of(DECISIVE, BESIDES)
                .flatMap(Collection::stream)
                .forEach(key -> texts.put(key.name(), canonical(key, settings.value(key))));
        return new PlanSettings(texts);
    }

    /** As {@link #text()} wrote it. */
    public static PlanSettings parse(String text) {
        Map<String, String> texts = new TreeMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            texts.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return new PlanSettings(texts);
    }

    /** One line for each setting. */
    public String text() {
        return texts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** The settings that decide a plan and are others now, as {@code key = before, now after}. */
    public List<String> changesTo(PlanSettings now) {
        List<String> changes = new ArrayList<>();
        for (Key<?> key : DECISIVE) {
            String before = texts.get(key.name());
            String after = now.texts().getOrDefault(key.name(), "");
            if (before != null && !before.equals(after)) {
                changes.add("%s = %s, now %s".formatted(key.name(), shown(before), shown(after)));
            }
        }
        return changes;
    }

    /** The settings that a run goes by which began with these. */
    public Settings over(EffectiveSettings current) {
        return current.with(texts);
    }

    /** The same text for the same value, however it was written. An empty list is a lone comma. */
    private static String canonical(Key<?> key, @Nullable Object value) {
        if (SettingKeys.LISTS.contains(key)) {
            String joined = value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                    : "";
            return joined.isEmpty() ? "," : joined.replaceAll("\\v", " ");
        }
        String plain = value instanceof Enum<?> choice ? Key.word(choice) : value == null ? "" : value.toString();
        return plain.replaceAll("\\v", " ");
    }

    private static String shown(String text) {
        if (text.isEmpty() || text.equals(",")) {
            return "not set";
        }
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
