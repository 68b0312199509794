package io.entrasync.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What files, environment and command line set, read and checked once at the start. */
public final class Configured {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();

    private Configured() {}

    /**
     * Reads and checks every key.
     *
     * @param source the configured text of a key (without prefix), or null where none is configured
     * @throws InvalidSettingException for the first value that is not allowed
     */
    public static Configured of(UnaryOperator<@Nullable String> source) {
        Configured configured = new Configured();
        SettingKeys.KEYS.forEach(key -> configured.read(key, source.apply(key.name())));
        return configured;
    }

    private void read(Key<?> key, @Nullable String text) {
        Object value = key.read(text);
        if (value != null) {
            values.put(key.name(), value);
        }
        texts.put(key.name(), text == null || text.isBlank() ? key.fallback() : text.strip());
    }

    /** The settings where nothing overrides them. */
    public Settings settings() {
        return settings(Map.of());
    }

    /** The settings with other texts for some keys; the rest is not read anew. */
    Settings settings(Map<String, String> other) {
        return new SettingsReader(key -> {
                    String text = other.get(key.name());
                    return text == null ? values.get(key.name()) : key.read(text);
                })
                .settings();
    }

    /** The text of a key, or its default; empty where nothing is set. */
    String text(Key<?> key) {
        return texts.getOrDefault(key.name(), "");
    }

    @Nullable
    Object value(Key<?> key) {
        return values.get(key.name());
    }

    /** What encrypts secrets; empty without a key file. */
    public Optional<SecretBox> secretBox() {
        return Optional.ofNullable((SecretBox) values.get(SettingKeys.KEY_FILE.name()));
    }
}
