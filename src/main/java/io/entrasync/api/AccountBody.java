package io.entrasync.api;

import io.entrasync.model.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/accounts}. */
record AccountBody(
        @Nullable String primaryAddress,
        @Nullable List<String> aliases,
        @Nullable String displayName,
        Account.@Nullable Role role,
        Account.@Nullable Kind kind) {}
