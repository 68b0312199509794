package io.entrasync.account;

import io.entrasync.model.Account;
import io.entrasync.model.ChangeRefusedException;
import io.entrasync.model.ChangeRefusedException.Reason;
import io.entrasync.scope.MailAddress;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A local account that an operator makes.
 *
 * @param aliases without the primary and without doubles, in order
 */
public record NewAccount(
        MailAddress primary, SortedSet<MailAddress> aliases, String displayName, Account.Role role, Account.Kind kind) {
    private static final int LONGEST_NAME = 1024;

    /**
     * Reads what was given.
     *
     * @param kind null: an ordinary user
     * @throws ChangeRefusedException INVALID_VALUE
     */
    public static NewAccount of(
            String primary, List<String> aliases, String displayName, Account.Role role, Account.@Nullable Kind kind) {
        if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
            throw invalid("The field displayName must have 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (kind == Account.Kind.FUNCTIONAL && role == Account.Role.ADMIN) {
            throw invalid("A functional account has no login, so it cannot have the role ADMIN.");
        }
        MailAddress first = address("primaryAddress", primary);
        TreeSet<MailAddress> others = new TreeSet<>();
        aliases.forEach(alias -> others.add(address("aliases", alias)));
        others.remove(first);
        Account.Kind given = kind == null ? Account.Kind.USER : kind;
        Account.Role allowed = given == Account.Kind.FUNCTIONAL ? Account.Role.SILENT_USER : role;
        return new NewAccount(first, others, displayName.strip(), allowed, given);
    }

    public boolean digest() {
        return role == Account.Role.END_USER;
    }

    /** All addresses, the primary first. */
    public List<MailAddress> addresses() {
        return Stream.concat(Stream.of(primary), aliases.stream()).toList();
    }

    private static MailAddress address(String field, @Nullable String text) {
        return MailAddress.parse(text == null ? "" : text)
                .orElseThrow(() -> invalid(
                        "The field %s must be a mail address such as anna@example.com: %s".formatted(field, text)));
    }

    private static ChangeRefusedException invalid(String detail) {
        return new ChangeRefusedException(Reason.INVALID_VALUE, detail);
    }
}
