package io.entrasync.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrasync.run.ConnectionWatch;
import io.entrasync.settings.Origin;
import io.entrasync.settings.SettingChange;
import io.entrasync.store.SettingStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/settings}: what counts now, and who said so. */
public final class SettingsResource {
    private static final int LONGEST_REASON = 1024;

    private final RequestBodies bodies;
    private final SettingStore settings;
    private final ConnectionWatch connection;

    public SettingsResource(RequestBodies bodies, SettingStore settings, ConnectionWatch connection) {
        this.bodies = bodies;
        this.settings = settings;
        this.connection = connection;
    }

    /** All documented settings by key. */
    public Reply get() {
        return Reply.ok(settings.current().states());
    }

    /** Whether the change is only to be tried. */
    public boolean isPreview(@Nullable String preview) {
        return Parameters.flag("preview", preview);
    }

    /** Changes settings, all or none. */
    public Reply change(@Nullable String text, @Nullable String reason, String actor) {
        SettingChange change = read(text);
        if (change.hasSecret() && !settings.keepsSecrets()) {
            throw new ApiException(
                    ApiCode.SECRET_STORE_UNAVAILABLE, "Nothing was saved: settings.key-file is not set.");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new ApiException(
                    ApiCode.INVALID_VALUE, "The parameter reason may have %d characters.".formatted(LONGEST_REASON));
        }
        settings.change(change.texts(), Origin.CONSOLE, actor, reason);
        connection.look();
        return get();
    }

    /**
     * The change that a body asks for.
     *
     * @throws ApiException INVALID_REQUEST for a key that no setting has, INVALID_VALUE for what is not allowed
     */
    SettingChange read(@Nullable String text) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        bodies.read(text, ObjectNode.class)
                .fields()
                .forEachRemaining(field -> values.put(field.getKey(), plain(field.getValue())));
        List<String> unknown = SettingChange.unknown(values);
        if (!unknown.isEmpty()) {
            throw ApiException.invalidRequest("No setting is named %s; that can be changed: %s."
                    .formatted(String.join(", ", unknown), String.join(", ", SettingChange.writable())));
        }
        SettingChange change = SettingChange.of(values);
        if (!change.wrong().isEmpty()) {
            throw new ApiException(ApiCode.INVALID_VALUE, String.join(" ", change.wrong()));
        }
        return change;
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            List<Object> parts = new ArrayList<>();
            node.forEach(part -> parts.add(part.isTextual() ? part.textValue() : part));
            return parts;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : node.isTextual() ? node.textValue() : node;
    }

    /** Lets the configured value count again. */
    public Reply reset(String key, String actor) {
        if (!SettingChange.isWritable(key)) {
            throw new ApiException(
                    ApiCode.NOT_FOUND, "There is no setting %s that could have been changed here.".formatted(key));
        }
        settings.reset(key, actor);
        connection.look();
        return Reply.done();
    }
}
