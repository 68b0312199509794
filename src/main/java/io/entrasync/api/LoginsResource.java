package io.entrasync.api;

import io.entrasync.store.AdminLogins;
import org.jspecify.annotations.Nullable;

/** {@code /api/logins}: administrators without an Entra id who log in with Microsoft, or ask to. */
public final class LoginsResource {
    private final AdminLogins logins;
    private final String operator;

    /** @param operator the name of the local operator, who alone decides */
    public LoginsResource(AdminLogins logins, String operator) {
        this.logins = logins;
        this.operator = operator;
    }

    public Reply list(@Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(logins.list(Parameters.page(page, size, q)));
    }

    /** Confirms that who asks is the administrator. */
    public Reply confirm(String id, String actor) {
        requireOperator(actor);
        if (!logins.confirm(Parameters.id("login", id), actor)) {
            throw ApiException.notFound("open login", id);
        }
        return Reply.done();
    }

    /** Refuses who asks, or takes a confirmation back. */
    public Reply remove(String id, String actor) {
        requireOperator(actor);
        if (!logins.remove(Parameters.id("login", id), actor)) {
            throw ApiException.notFound("login", id);
        }
        return Reply.done();
    }

    private void requireOperator(String actor) {
        if (!actor.equals(operator)) {
            throw new ApiException(ApiCode.FORBIDDEN, "Only the local operator decides who logs in by an address.");
        }
    }
}
