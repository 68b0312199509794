package io.entrasync.account;

import io.entrasync.model.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of an account an operator may change, and what that depends on.
 *
 * @param kindBySync whether a sync made it functional; only then may a sync take that back
 * @param reachable whether it has a primary address
 * @param formerRole what it had before it was converted to functional; null if it never was
 */
public record AccountState(
        Account.Kind kind,
        Account.Role role,
        boolean digest,
        Account.Status status,
        Account.@Nullable DisabledBy disabledBy,
        boolean kindBySync,
        boolean reachable,
        Account.@Nullable Role formerRole,
        @Nullable Boolean formerDigest) {

    /** Whether it can log in as an administrator. */
    public boolean isAdmin() {
        return role == Account.Role.ADMIN && status == Account.Status.ACTIVE;
    }

    /** Whether an operator has made it functional. */
    public boolean isConverted() {
        return kind == Account.Kind.FUNCTIONAL && !kindBySync;
    }

    /** What is different afterwards, for people to read. */
    public String changes(AccountState after) {
        List<String> changes = new ArrayList<>();
        note(changes, "kind", kind, after.kind);
        note(changes, "role", role, after.role);
        note(changes, "digest", digest, after.digest);
        note(changes, "status", status, after.status);
        note(changes, "disabledBy", disabledBy, after.disabledBy);
        return String.join(", ", changes);
    }

    private static void note(List<String> changes, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add("%s %s → %s".formatted(name, before, after));
        }
    }

    AccountState withRole(Account.Role value, boolean withDigest) {
        return new AccountState(
                kind, value, withDigest, status, disabledBy, kindBySync, reachable, formerRole, formerDigest);
    }

    AccountState withStatus(Account.Status value, Account.@Nullable DisabledBy by) {
        return new AccountState(kind, role, digest, value, by, kindBySync, reachable, formerRole, formerDigest);
    }

    AccountState functional(Account.Role before) {
        return new AccountState(
                Account.Kind.FUNCTIONAL,
                Account.Role.SILENT_USER,
                false,
                Account.Status.ACTIVE,
                null,
                false,
                reachable,
                before,
                before == Account.Role.END_USER && digest);
    }

    AccountState user() {
        return new AccountState(
                Account.Kind.USER,
                formerRole == null ? role : formerRole,
                formerDigest == null ? digest : formerDigest,
                status,
                disabledBy,
                false,
                reachable,
                null,
                null);
    }
}
