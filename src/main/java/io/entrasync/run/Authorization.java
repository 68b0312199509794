package io.entrasync.run;

import io.entrasync.connection.GraphTokens;
import org.jspecify.annotations.Nullable;

/** The header that carries the access token to Graph. */
public final class Authorization {
    private final GraphTokens tokens;

    public Authorization(GraphTokens tokens) {
        this.tokens = tokens;
    }

    /** The value of {@code Authorization}; null where no token is used. */
    public @Nullable BearerHeader header() {
        String token = tokens.bearer();
        return token == null ? null : new BearerHeader("Bearer " + token);
    }

    /** Graph did not accept this header's token: the next one is new. */
    public void refused(@Nullable String header) {
        tokens.refused(header == null ? null : header.substring("Bearer ".length()));
    }
}
