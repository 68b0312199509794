package io.entrasync.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings as they count now: what is configured, and what wins over it. A stored value that is wrong does not count. */
public final class EffectiveSettings {
    private final Configured configured;
    private final Map<String, SettingOverride> overrides = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> problems = new TreeMap<>();
    private final Settings settings;

    private EffectiveSettings(Configured configured, Collection<SettingOverride> stored) {
        this.configured = configured;
        stored.forEach(this::add);
        this.settings = configured.settings(texts);
    }

    public static EffectiveSettings of(Configured configured, Collection<SettingOverride> stored) {
        return new EffectiveSettings(configured, stored);
    }

    private void add(SettingOverride stored) {
        Key<?> key =
                SettingKeys.find(stored.key()).filter(SettingKeys::isWritable).orElse(null);
        if (key == null) {
            problems.put(stored.key(), "This setting cannot be changed while the product runs.");
            return;
        }
        if (isOutdated(stored)) {
            return;
        }
        try {
            String text = stored.encrypted() ? decrypted(stored) : stored.value();
            key.read(text);
            texts.put(stored.key(), text);
            overrides.put(stored.key(), stored);
        } catch (InvalidSettingException wrong) {
            problems.put(stored.key(), Objects.toString(wrong.getMessage()));
        } catch (IllegalArgumentException wrongKey) {
            problems.put(
                    stored.key(),
                    "The stored value cannot be decrypted: set settings.key-file to the file it was encrypted with, or"
                            + " enter the value again.");
        }
    }

    private String decrypted(SettingOverride stored) {
        SecretBox box =
                configured.secretBox().orElseThrow(() -> new IllegalArgumentException("settings.key-file is not set"));
        return box.decrypt(stored.key(), stored.value());
    }

    /** What the product itself has set falls when the configured value is another than then. */
    public boolean isOutdated(SettingOverride stored) {
        return stored.origin() == Origin.SYSTEM
                && !SettingKeys.find(stored.key())
                        .map(configured::text)
                        .equals(Optional.ofNullable(stored.configured()));
    }

    public Settings settings() {
        return settings;
    }

    /** These settings with further changes, which have been checked. */
    public Settings with(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(changes);
        return configured.settings(all);
    }

    /** What is wrong with stored values, by key. */
    public Map<String, String> problems() {
        return problems;
    }

    /** What overrides a setting; null where the configuration counts. */
    public @Nullable SettingOverride override(String name) {
        return overrides.get(name);
    }

    /** All settings by key, as they are documented. */
    public Map<String, SettingState> states() {
        Map<String, SettingState> states = new LinkedHashMap<>();
        SettingKeys.KEYS.forEach(key -> states.put(key.name(), state(key)));
        return states;
    }

    private SettingState state(Key<?> key) {
        SettingOverride override = overrides.get(key.name());
        Object value = shown(key);
        return new SettingState(
                key.secret() ? Map.of("set", value != null) : value,
                value != null,
                override == null ? Origin.CONFIGURATION : override.origin(),
                override == null ? null : override.changedBy(),
                override == null ? null : override.changedAt(),
                override == null ? null : override.reason(),
                override == null ? null : override.former(),
                SettingKeys.isWritable(key),
                problems.get(key.name()));
    }

    private @Nullable Object shown(Key<?> key) {
        Object value = value(key);
        if (SettingKeys.LISTS.contains(key)) {
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }
        if (value instanceof Boolean || value instanceof Integer) {
            return value;
        }
        if (value instanceof Enum<?> choice) {
            return Key.word(choice);
        }
        return value == null ? null : Key.withoutPassword(text(key));
    }

    /** The value that counts; null where nothing is set. */
    @Nullable
    Object value(Key<?> key) {
        String text = texts.get(key.name());
        return text == null ? configured.value(key) : key.read(text);
    }

    /** The text that counts; empty where nothing is set. */
    String text(Key<?> key) {
        return texts.getOrDefault(key.name(), configured.text(key));
    }

    /** What is configured for a setting, to be kept beside what overrides it; null for a secret. */
    public @Nullable String configuredText(String name) {
        return SettingKeys.find(name)
                .filter(key -> !key.secret())
                .map(configured::text)
                .orElse(null);
    }

    /** The text that counts, for the audit trail; a secret's is not shown. */
    public String audited(String name) {
        return SettingKeys.find(name)
                .map(key -> key.secret() ? "(hidden)" : text(key))
                .orElse("");
    }
}
