package io.entrasync.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What Entra's token endpoint answers, in its own shape. */
record TokenAnswer(int status, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE_ID = "3b6fa1b2-6d0e-4c34-9f5a-0c0a7b0f1200";
    private static final String CORRELATION_ID = "d5b1f3a0-2f6c-4a53-8a8e-5c1f2b7e9a01";

    static TokenAnswer granted(String token, Duration lifetime) {
        return new TokenAnswer(
                200, json(Map.of("token_type", "Bearer", "expires_in", lifetime.toSeconds(), "access_token", token)));
    }

    static TokenAnswer refused(int status, String error, int aadsts, String message) {
        String description = "AADSTS%d: %s\r\nTrace ID: %s\r\nCorrelation ID: %s\r\nTimestamp: 2026-01-09 02:02:12Z"
                .formatted(aadsts, message, TRACE_ID, CORRELATION_ID);
        Map<String, Object> body = Map.of(
                "error", error,
                "error_description", description,
                "error_codes", List.of(aadsts),
                "timestamp", "2026-01-09 02:02:12Z",
                "trace_id", TRACE_ID,
                "correlation_id", CORRELATION_ID,
                "error_uri", "https://login.microsoftonline.com/error?code=" + aadsts);
        return new TokenAnswer(status, json(body));
    }

    /** A token in the shape of a JWT, unsigned; the number makes it unlike any other. */
    static String token(String tenantId, String clientId, List<String> roles, int number) {
        Map<String, Object> claims =
                Map.of("tid", tenantId, "appid", clientId, "roles", roles, "uti", "token-" + number);
        return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".c2lnbmF0dXJl";
    }

    private static String part(Map<String, Object> content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
