package io.entrasync.store;

import io.entrasync.account.AccountChange;
import io.entrasync.account.AccountState;
import io.entrasync.account.NewAccount;
import io.entrasync.model.Account;
import io.entrasync.model.ChangeRefusedException;
import io.entrasync.model.ChangeRefusedException.Reason;
import io.entrasync.scope.MailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** What operators do to accounts. A change is one transaction, with its entry in the audit trail. */
public final class AccountStore {
    private static final String TAKEN = "23";

    private final Directory directory;
    private final AuditStore audit;
    private final Clock clock;

    public AccountStore(Directory directory, AuditStore audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a local account.
     *
     * @return its id
     * @throws ChangeRefusedException INVALID_VALUE for a domain that is not registered, or ADDRESS_IN_USE
     */
    public long add(NewAccount account, String actor) {
        try {
            return directory.jdbi().inTransaction(handle -> {
                requireDomains(handle, account);
                requireFree(handle, account);
                return insert(handle, account, actor);
            });
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause
                    && String.valueOf(cause.getSQLState()).startsWith(TAKEN)) {
                throw new ChangeRefusedException(Reason.ADDRESS_IN_USE, "One of the addresses has just been taken.");
            }
            throw e;
        }
    }

    private static void requireDomains(Handle handle, NewAccount account) {
        Set<String> registered = new HashSet<>(handle.createQuery("select name from registered_domain")
                .mapTo(String.class)
                .list());
        for (MailAddress address : account.addresses()) {
            if (!registered.contains(address.domain())) {
                throw new ChangeRefusedException(
                        Reason.INVALID_VALUE,
                        "%s is in no registered domain; register %s first."
                                .formatted(address.address(), address.domain()));
            }
        }
    }

    private static void requireFree(Handle handle, NewAccount account) {
        for (MailAddress address : account.addresses()) {
            handle.createQuery(Sql.text("account/owner"))
                    .bind("address", address.address())
                    .mapTo(String.class)
                    .findOne()
                    .ifPresent(owner -> {
                        throw new ChangeRefusedException(
                                Reason.ADDRESS_IN_USE, "%s belongs to %s.".formatted(address.address(), owner));
                    });
        }
    }

    private long insert(Handle handle, NewAccount account, String actor) {
        long id = handle.createUpdate(Sql.text("account/add"))
                .bindMap(Map.of(
                        "kind", account.kind().name(),
                        "role", account.role().name(),
                        "digest", account.digest(),
                        "primary", account.primary().address(),
                        "name", account.displayName(),
                        "now", clock.instant()))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        for (MailAddress address : account.addresses()) {
            handle.execute(
                    "insert into address (address, account_id, is_primary, domain) values (?, ?, ?, ?)",
                    address.address(),
                    id,
                    address.equals(account.primary()),
                    address.domain());
        }
        String detail = "%s, %s %s".formatted(account.primary().address(), account.kind(), account.role());
        audit.add(handle, actor, "ACCOUNT_ADDED", subject(id), detail);
        return id;
    }

    /**
     * Changes an account; what would change nothing is not recorded either.
     *
     * @throws ChangeRefusedException NOT_FOUND, INVALID_VALUE or WRONG_STATE
     */
    public void change(long id, AccountChange change, String actor) {
        directory.jdbi().useTransaction(handle -> {
            AccountState before = handle.createQuery(Sql.text("account/state"))
                    .bind("id", id)
                    .map((rs, context) -> state(rs))
                    .findOne()
                    .orElseThrow(() -> new ChangeRefusedException(Reason.NOT_FOUND, "There is no account " + id + "."));
            AccountState after = change.of(before);
            if (after.equals(before)) {
                return;
            }
            if (before.isAdmin() && !after.isAdmin()) {
                requireOtherAdmin(handle, id);
            }
            update(handle, id, before, after);
            String exempted = exempt(handle, id, before, after, actor);
            String action = before.kind() == after.kind() ? "ACCOUNT_CHANGED" : "ACCOUNT_CONVERTED";
            audit.add(handle, actor, action, subject(id), before.changes(after) + exempted);
        });
    }

    /** Locks all administrators, so that of two requests not each takes the other's last one. */
    private static void requireOtherAdmin(Handle handle, long id) {
        List<Long> admins =
                handle.createQuery(Sql.text("account/admins")).mapTo(Long.class).list();
        if (admins.stream().allMatch(admin -> admin == id)) {
            throw new ChangeRefusedException(
                    Reason.WRONG_STATE,
                    "This is the last active administrator; make another account ADMIN and ACTIVE first.");
        }
    }

    private void update(Handle handle, long id, AccountState before, AccountState after) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id);
        values.put("kind", after.kind().name());
        values.put("kindBySync", after.kindBySync());
        values.put("role", after.role().name());
        values.put("digest", after.digest());
        values.put("status", after.status().name());
        values.put("disabledBy", ImageRow.word(after.disabledBy()));
        values.put("formerRole", ImageRow.word(after.formerRole()));
        values.put("formerDigest", after.formerDigest());
        // the next run looks at the object again, changed in Entra or not
        values.put("again", before.kind() != after.kind() || before.status() != after.status());
        values.put("now", clock.instant());
        handle.createUpdate(Sql.text("account/change")).bindMap(values).execute();
    }

    /** A converted account is left alone by syncs; converting back lifts exactly what the conversion exempted. */
    private String exempt(Handle handle, long id, AccountState before, AccountState after, String actor) {
        if (after.isConverted() && !before.isConverted()) {
            int exempted = handle.createUpdate(Sql.text("account/exempt"))
                    .bindMap(Map.of("id", id, "actor", actor, "now", clock.instant()))
                    .execute();
            return "; exemptions added: " + exempted;
        }
        if (before.kind() != after.kind()) {
            return "; exemptions lifted: " + handle.execute("delete from exemption where converted_account = ?", id);
        }
        return "";
    }

    private static String subject(long id) {
        return "account " + id;
    }

    private static AccountState state(ResultSet rs) throws SQLException {
        String disabledBy = rs.getString("disabled_by");
        String formerRole = rs.getString("former_role");
        boolean formerDigest = rs.getBoolean("former_digest");
        return new AccountState(
                Account.Kind.valueOf(rs.getString("kind")),
                Account.Role.valueOf(rs.getString("role")),
                rs.getBoolean("digest"),
                Account.Status.valueOf(rs.getString("status")),
                disabledBy == null ? null : Account.DisabledBy.valueOf(disabledBy),
                rs.getBoolean("kind_by_sync"),
                rs.getString("primary_address") != null,
                formerRole == null ? null : Account.Role.valueOf(formerRole),
                formerRole == null ? null : formerDigest);
    }
}
