package io.entrasync.run;

import io.entrasync.connection.GraphTokens;
import io.entrasync.connection.Permissions;
import io.entrasync.connection.TokenClaims;
import io.entrasync.store.ImageStore;

/** Keeps a run from asking for members that its token may not see. */
public final class HiddenMembers {
    private static final String PERMISSION = "Member.Read.Hidden";

    private final GraphTokens tokens;
    private final ImageStore image;

    public HiddenMembers(GraphTokens tokens, ImageStore image) {
        this.tokens = tokens;
        this.image = image;
    }

    /** Settles the staged groups that hide their members; where the token says nothing, Graph is asked. */
    public void settle(long run) {
        Permissions.granted(TokenClaims.of(tokens.bearer()), PERMISSION)
                .ifPresent(granted -> image.hiddenMembers(run, granted));
    }
}
