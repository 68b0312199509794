package io.entrasync.api;

import io.entrasync.model.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/accounts/mass-update}. */
record MassUpdateBody(@Nullable List<String> ids, Account.@Nullable Role role, Account.@Nullable Kind kind) {}
