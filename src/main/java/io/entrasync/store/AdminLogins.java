package io.entrasync.store;

import io.entrasync.model.AdminLogin;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Administrators as they log in with Microsoft. */
public final class AdminLogins {
    private static final Listing LISTING = new Listing("login/list", "asked_at desc, id desc");

    private final Directory directory;
    private final AuditStore audit;
    private final Clock clock;

    public AdminLogins(Directory directory, AuditStore audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** An active administrator's account. */
    public record Admin(long account, String address) {}

    /** The active administrator whose account has this Entra id, or whom an operator has confirmed to have it. */
    public Optional<Admin> admitted(String entraId) {
        return find("login/admitted", "entraId", entraId);
    }

    /** The active administrator with this address whose account has no Entra id, and who was not confirmed yet. */
    public Optional<Admin> unconfirmed(String address) {
        return find("login/by-address", "address", address);
    }

    private Optional<Admin> find(String sql, String name, String value) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text(sql))
                .bind(name, value.toLowerCase(Locale.ROOT))
                .map((rs, context) -> new Admin(rs.getLong("id"), String.valueOf(rs.getString("primary_address"))))
                .findFirst());
    }

    /** Keeps that somebody asks to be taken for an administrator. */
    public void ask(String entraId, Admin admin, @Nullable String name) {
        directory.jdbi().useTransaction(handle -> {
            int asked = handle.createUpdate(Sql.text("login/ask"))
                    .bind("entraId", entraId.toLowerCase(Locale.ROOT))
                    .bind("account", admin.account())
                    .bind("name", name)
                    .bind("now", clock.instant())
                    .execute();
            if (asked > 0) {
                audit.add(handle, "SYSTEM", "LOGIN_ASKED", admin.address(), entraId);
            }
        });
    }

    /** Who asks, and who was confirmed, the newest first. */
    public Page<AdminLogin> list(PageRequest wanted) {
        return directory
                .jdbi()
                .withHandle(handle -> LISTING.read(handle, Map.of(), wanted, (rs, context) -> login(rs)));
    }

    private static AdminLogin login(ResultSet rs) throws SQLException {
        return new AdminLogin(
                rs.getString("id"),
                rs.getString("entra_id"),
                rs.getString("display_name"),
                rs.getString("primary_address"),
                RunQueries.instant(rs, "asked_at", Instant.EPOCH),
                RunQueries.nullableInstant(rs, "confirmed_at"),
                rs.getString("confirmed_by"));
    }

    /** Confirms that somebody is the administrator; false if nobody asks, or somebody else was confirmed before. */
    public boolean confirm(long id, String actor) {
        return directory.jdbi().inTransaction(handle -> {
            int confirmed = handle.createUpdate(Sql.text("login/confirm"))
                    .bind("id", id)
                    .bind("actor", actor)
                    .bind("now", clock.instant())
                    .execute();
            if (confirmed > 0) {
                audit.add(handle, actor, "LOGIN_CONFIRMED", "login " + id, null);
            }
            return confirmed > 0;
        });
    }

    /** Refuses who asks, or takes a confirmation back; false if there is none with this id. */
    public boolean remove(long id, String actor) {
        return directory.jdbi().inTransaction(handle -> {
            boolean removed = handle.execute("delete from admin_login where id = ?", id) > 0;
            if (removed) {
                audit.add(handle, actor, "LOGIN_REMOVED", "login " + id, null);
            }
            return removed;
        });
    }
}
