package io.entrasync.runtime.karaf;

import io.entrasync.api.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The actor as HTTP Basic names him; the web server has checked the password before. */
final class BasicUser implements Actor {
    private static final String SCHEME = "basic ";

    /** User name and password of an Authorization header. */
    record Credentials(String username, String password) {}

    @Override
    public String name(@Nullable String authorization) {
        return parse(authorization)
                .map(Credentials::username)
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in."));
    }

    /** What the header says; empty if it is absent, or no HTTP Basic. */
    static Optional<Credentials> parse(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new Credentials(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
