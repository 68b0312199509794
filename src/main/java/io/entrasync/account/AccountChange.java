package io.entrasync.account;

import io.entrasync.model.Account;
import io.entrasync.model.ChangeRefusedException;
import io.entrasync.model.ChangeRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants to change of an account; null: stays as it is. Converting to functional removes the login, and
 * with it role and digest, which come back when it is converted back.
 */
public record AccountChange(
        Account.@Nullable Role role,
        Account.@Nullable Kind kind,
        Account.@Nullable Status status,
        @Nullable Boolean digest) {

    /** Whether it changes nothing, of whatever account. */
    public boolean isEmpty() {
        return role == null && kind == null && status == null && digest == null;
    }

    /**
     * The account as it is after the change.
     *
     * @throws ChangeRefusedException INVALID_VALUE or WRONG_STATE
     */
    public AccountState of(AccountState before) {
        if (kind == Account.Kind.FUNCTIONAL && !before.isConverted()) {
            return converted(before);
        }
        boolean back = kind == Account.Kind.USER && before.kind() == Account.Kind.FUNCTIONAL;
        return withStatus(withDigest(withRole(back ? before.user() : before)));
    }

    private AccountState converted(AccountState before) {
        if ((role != null && role != Account.Role.SILENT_USER)
                || status == Account.Status.DISABLED
                || Boolean.TRUE.equals(digest)) {
            throw invalid("Converting to FUNCTIONAL leaves role SILENT_USER, status ACTIVE and no digest.");
        }
        requireAddress(before);
        if (before.role() == Account.Role.ADMIN && role == null) {
            throw new ChangeRefusedException(
                    Reason.WRONG_STATE,
                    "An administrator would lose the login; to mean that, give role SILENT_USER in the same request.");
        }
        return before.functional(role == null ? before.role() : role);
    }

    private AccountState withRole(AccountState state) {
        if (role == null || role == state.role()) {
            return state;
        }
        if (state.kind() == Account.Kind.FUNCTIONAL && role != Account.Role.SILENT_USER) {
            throw invalid("A functional account has no login, so its role can be SILENT_USER only.");
        }
        return state.withRole(
                role,
                switch (role) {
                    case END_USER -> true;
                    case SILENT_USER -> false;
                    case ADMIN -> state.digest();
                });
    }

    private AccountState withDigest(AccountState state) {
        return digest == null ? state : state.withRole(state.role(), digest);
    }

    private AccountState withStatus(AccountState state) {
        if (status == null) {
            return state;
        }
        if (status == Account.Status.DISABLED) {
            return state.withStatus(status, Account.DisabledBy.OPERATOR);
        }
        requireAddress(state);
        return state.withStatus(status, null);
    }

    private static void requireAddress(AccountState state) {
        if (!state.reachable()) {
            throw new ChangeRefusedException(
                    Reason.WRONG_STATE, "The account has no primary address, so it cannot be ACTIVE.");
        }
    }

    private static ChangeRefusedException invalid(String detail) {
        return new ChangeRefusedException(Reason.INVALID_VALUE, detail);
    }
}
