package io.entrasync.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings that somebody wants to change, checked as configured ones are.
 *
 * @param texts by key, as they would be configured
 * @param wrong what is not allowed, one sentence each; then nothing is changed
 */
public record SettingChange(Map<String, String> texts, List<String> wrong) {
    private static final int LONGEST = 16_000;

    /** @param values by key: a boolean, a number, a text, a list of texts, or null */
    public static SettingChange of(Map<String, ? extends @Nullable Object> values) {
        SettingChange change = new SettingChange(new TreeMap<>(), new ArrayList<>());
        values.forEach(change::add);
        return change;
    }

    /** The keys that no setting has. */
    public static List<String> unknown(Map<String, ?> values) {
        return values.keySet().stream()
                .filter(name -> SettingKeys.find(name).isEmpty())
                .toList();
    }

    /** Whether a setting can be changed while the product runs. */
    public static boolean isWritable(String name) {
        return SettingKeys.find(name).filter(SettingKeys::isWritable).isPresent();
    }

    public static List<String> writable() {
        return SettingKeys.KEYS.stream()
                .filter(SettingKeys::isWritable)
                .map(Key::name)
                .toList();
    }

    /** Whether a secret is among them. */
    public boolean hasSecret() {
        return texts.keySet().stream().anyMatch(SettingChange::isSecret);
    }

    public static boolean isSecret(String name) {
        return SettingKeys.find(name).filter(Key::secret).isPresent();
    }

    private void add(String name, @Nullable Object value) {
        Key<?> key = SettingKeys.find(name).orElseThrow();
        if (!SettingKeys.isWritable(key)) {
            wrong.add("%s cannot be changed while the product runs; that can be: %s."
                    .formatted(name, String.join(", ", writable())));
        } else if (value == null) {
            wrong.add("%s = null is not allowed: allowed is %s; DELETE resets it to the configured value."
                    .formatted(name, key.allowed()));
        } else {
            text(key, value)
                    .filter(text -> isAllowed(key, text, value))
                    .ifPresentOrElse(text -> texts.put(name, text), () -> wrong.add(refusal(key, value)));
        }
    }

    private static String refusal(Key<?> key, Object value) {
        String shown = key.secret() ? "(hidden)" : Key.withoutPassword(String.valueOf(value));
        return "%s = %s is not valid: allowed is %s."
                .formatted(key.name(), shown.substring(0, Math.min(200, shown.length())), key.allowed());
    }

    /** As it would be configured. A lone comma is an empty list, which an empty text is not: that is the default. */
    private static Optional<String> text(Key<?> key, Object value) {
        if (value instanceof List<?> list) {
            boolean plain = list.stream()
                    .allMatch(part -> part instanceof String text && !text.isBlank() && !text.contains(","));
            return plain && SettingKeys.LISTS.contains(key)
                    ? Optional.of(
                            list.isEmpty()
                                    ? ","
                                    : String.join(
                                            ",",
                                            list.stream().map(Objects::toString).toList()))
                    : Optional.empty();
        }
        String text = String.valueOf(value).strip();
        if (text.isEmpty()) {
            return SettingKeys.LISTS.contains(key) ? Optional.of(",") : Optional.empty();
        }
        return Optional.of(text);
    }

    /** Whether the key's reader takes it, and JSON has it as what it is. */
    private static boolean isAllowed(Key<?> key, String text, Object value) {
        try {
            Object read = key.read(text);
            return text.length() <= LONGEST
                    && text.chars().noneMatch(Character::isISOControl)
                    && (!(value instanceof Boolean) || read instanceof Boolean)
                    && (!(value instanceof Number) || read instanceof Integer);
        } catch (InvalidSettingException refused) {
            return false;
        }
    }
}
