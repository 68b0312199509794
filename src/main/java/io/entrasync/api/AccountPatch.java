package io.entrasync.api;

import io.entrasync.model.Account;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /api/accounts/{id}}. What is not given stays as it is.
 *
 * @param status {@code DISABLED} is the operator's block, which no sync lifts
 */
record AccountPatch(
        Account.@Nullable Role role,
        Account.@Nullable Kind kind,
        Account.@Nullable Status status,
        @Nullable Boolean digest) {}
