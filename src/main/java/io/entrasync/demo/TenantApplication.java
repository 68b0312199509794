package io.entrasync.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An application that is registered in the tenant.
 *
 * @param appId its client id
 * @param secrets its client secrets, without their values
 */
public record TenantApplication(String id, String appId, String displayName, List<Secret> secrets) {
    static final GraphShape<TenantApplication> SHAPE = new GraphShape<>(
            "applications",
            values(),
            List.of("id", "appId", "displayName", "passwordCredentials", "keyCredentials"),
            Set.of(),
            Set.of(),
            application -> Map.of());

    public TenantApplication {
        secrets = List.copyOf(secrets);
    }

    /**
     * A client secret as Graph lists it.
     *
     * @param hint the first three characters of its value; null for some that were not made in the portal
     */
    public record Secret(String keyId, @Nullable String hint, Instant end) {
        private Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("customKeyIdentifier", null);
            json.put("displayName", "sync");
            json.put("endDateTime", end.toString());
            json.put("hint", hint);
            json.put("keyId", keyId);
            json.put("secretText", null);
            return json;
        }
    }

    private static Map<String, Function<TenantApplication, @Nullable Object>> values() {
        Map<String, Function<TenantApplication, @Nullable Object>> values = new LinkedHashMap<>();
        values.put("id", TenantApplication::id);
        values.put("appId", TenantApplication::appId);
        values.put("displayName", TenantApplication::displayName);
        values.put(
                "passwordCredentials",
                application -> application.secrets().stream().map(Secret::json).toList());
        values.put("keyCredentials", application -> List.of());
        return values;
    }
}
