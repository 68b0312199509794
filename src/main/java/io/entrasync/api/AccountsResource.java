package io.entrasync.api;

import io.entrasync.store.AccountQueries;
import org.jspecify.annotations.Nullable;

/** {@code /api/accounts}. */
public final class AccountsResource {
    private final AccountQueries accounts;

    public AccountsResource(AccountQueries accounts) {
        this.accounts = accounts;
    }

    public Reply list(@Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(accounts.list(Parameters.page(page, size, q)));
    }

    public Reply get(String id) {
        return Reply.ok(
                accounts.find(Parameters.id("account", id)).orElseThrow(() -> ApiException.notFound("account", id)));
    }
}
