package io.entrasync.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the access token says about the application itself. It is not verified: nobody is let in by it, it only tells
 * which tenant answered and what was granted.
 *
 * @param readable whether the token could be read; without a token, or with an opaque one, nothing is known
 * @param tenantId {@code tid}, null if not given
 * @param applicationId {@code appid}, or {@code azp} in newer tokens; null if not given
 * @param roles the granted application permissions
 */
public record TokenClaims(
        boolean readable,
        @Nullable String tenantId,
        @Nullable String applicationId,
        List<String> roles) {
    public static final TokenClaims NONE = new TokenClaims(false, null, null, List.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    public TokenClaims {
        roles = List.copyOf(roles);
    }

    /** Reads the token; never fails, whatever is given. */
    public static TokenClaims of(@Nullable String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return NONE;
        }
        try {
            JsonNode payload = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return payload.isObject() ? of(payload) : NONE;
        } catch (IllegalArgumentException | IOException malformed) {
            return NONE;
        }
    }

    private static TokenClaims of(JsonNode payload) {
        String applicationId = text(payload, "appid");
        List<String> roles = new ArrayList<>();
        payload.path("roles").forEach(role -> roles.add(role.asText()));
        return new TokenClaims(
                true, text(payload, "tid"), applicationId == null ? text(payload, "azp") : applicationId, roles);
    }

    private static @Nullable String text(JsonNode payload, String name) {
        return payload.path(name).textValue();
    }
}
