package io.entrasync.store;

import io.entrasync.model.Account;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads accounts as the API shows them. */
public final class AccountQueries {
    private static final Listing LISTING = new Listing("directory/accounts", "primary_address, id");

    private final Directory directory;

    public AccountQueries(Directory directory) {
        this.directory = directory;
    }

    /** Accounts of which an address or the name contains the text, by primary address. */
    public Page<Account> list(PageRequest wanted) {
        return directory.jdbi().withHandle(handle -> {
            Page<Account> page = LISTING.read(handle, Map.of(), wanted, (rs, context) -> account(rs));
            return new Page<>(withAliases(handle, page.items()), page.page(), page.size(), page.total());
        });
    }

    public Optional<Account> find(long id) {
        return directory.jdbi().withHandle(handle -> {
            List<Account> found = handle.createQuery(Sql.text("directory/account"))
                    .bind("id", id)
                    .map((rs, context) -> account(rs))
                    .list();
            return withAliases(handle, found).stream().findFirst();
        });
    }

    private static List<Account> withAliases(Handle handle, List<Account> accounts) {
        List<Long> ids =
                accounts.stream().map(account -> Long.valueOf(account.id())).toList();
        Map<Long, List<String>> aliases =
                Details.read(handle, "directory/account-aliases", ids, rs -> rs.getString("address"));
        return accounts.stream()
                .map(account -> account.withAliases(aliases.getOrDefault(Long.valueOf(account.id()), List.of())))
                .toList();
    }

    private static Account account(ResultSet rs) throws SQLException {
        String disabledBy = rs.getString("disabled_by");
        return new Account(
                rs.getString("id"),
                rs.getString("entra_id"),
                Account.Kind.valueOf(rs.getString("kind")),
                Account.Role.valueOf(rs.getString("role")),
                rs.getBoolean("digest"),
                Account.Status.valueOf(rs.getString("status")),
                disabledBy == null ? null : Account.DisabledBy.valueOf(disabledBy),
                Account.Source.valueOf(rs.getString("source")),
                rs.getString("primary_address"),
                List.of(),
                rs.getString("display_name"),
                rs.getString("given_name"),
                rs.getString("surname"),
                rs.getString("mobile_phone"),
                rs.getString("department"),
                rs.getString("preferred_language"),
                RunQueries.instant(rs, "created_at", Instant.EPOCH),
                RunQueries.instant(rs, "updated_at", Instant.EPOCH));
    }
}
