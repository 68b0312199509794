package io.entrasync.api;

import io.entrasync.account.AccountChange;
import io.entrasync.account.NewAccount;
import io.entrasync.model.Account;
import io.entrasync.model.ChangeRefusedException;
import io.entrasync.store.AccountQueries;
import io.entrasync.store.AccountStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/accounts}. */
public final class AccountsResource {
    private static final int MOST_IDS = 1_000;

    private final RequestBodies bodies;
    private final AccountQueries queries;
    private final AccountStore accounts;

    public AccountsResource(RequestBodies bodies, AccountQueries queries, AccountStore accounts) {
        this.bodies = bodies;
        this.queries = queries;
        this.accounts = accounts;
    }

    public Reply list(@Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(queries.list(Parameters.page(page, size, q)));
    }

    public Reply get(String id) {
        return Reply.ok(account(Parameters.id("account", id)));
    }

    /** Makes a local account. */
    public Reply add(@Nullable String text, String actor) {
        AccountBody body = bodies.read(text, AccountBody.class);
        NewAccount account = NewAccount.of(
                required("primaryAddress", body.primaryAddress()),
                body.aliases() == null ? List.of() : body.aliases(),
                required("displayName", body.displayName()),
                required("role", body.role()),
                body.kind());
        long id = accounts.add(account, actor);
        return Reply.created("/api/accounts/" + id, account(id));
    }

    /** Changes what is given. */
    public Reply change(String given, @Nullable String text, String actor) {
        long id = Parameters.id("account", given);
        AccountPatch body = bodies.read(text, AccountPatch.class);
        AccountChange change = new AccountChange(body.role(), body.kind(), body.status(), body.digest());
        if (change.isEmpty()) {
            throw ApiException.invalidRequest("One of the fields role, kind, status and digest must be given.");
        }
        accounts.change(id, change, actor);
        return Reply.ok(account(id));
    }

    /** Changes many accounts, each by itself: what is refused for one does not concern the others. */
    public Reply massUpdate(@Nullable String text, String actor) {
        MassUpdateBody body = bodies.read(text, MassUpdateBody.class);
        AccountChange change = new AccountChange(body.role(), body.kind(), null, null);
        Set<String> ids = new LinkedHashSet<>(required("ids", body.ids()));
        if (change.isEmpty()) {
            throw ApiException.invalidRequest("One of the fields role and kind must be given.");
        }
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw ApiException.invalidRequest("The field ids must have 1 to %d ids.".formatted(MOST_IDS));
        }
        List<MassUpdateAnswer.Failed> failed = new ArrayList<>();
        for (String id : ids) {
            try {
                accounts.change(Parameters.id("account", String.valueOf(id)), change, actor);
            } catch (ChangeRefusedException e) {
                failed.add(new MassUpdateAnswer.Failed(id, e.reason().name(), e.detail()));
            } catch (ApiException e) {
                failed.add(new MassUpdateAnswer.Failed(id, e.code().name(), String.valueOf(e.getMessage())));
            }
        }
        return Reply.ok(new MassUpdateAnswer(ids.size() - failed.size(), failed));
    }

    private Account account(long id) {
        return queries.find(id).orElseThrow(() -> ApiException.notFound("account", String.valueOf(id)));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ApiException.invalidRequest("The field %s is missing.".formatted(field));
        }
        return value;
    }
}
