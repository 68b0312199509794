package io.entrasync.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Everybody who shares an address with an object, in Entra or in the directory, and everybody who shares one with them:
 * who gets which address is decided among these and concerns nobody else.
 */
final class Neighbours {
    /** Wider circles than this no tenant has by intent. */
    private static final int MOST = 2_000;

    private static final int CHUNK = 500;

    final Set<String> ids = new TreeSet<>();
    final Set<Long> accounts = new TreeSet<>();
    final Set<Long> groups = new TreeSet<>();
    final Set<String> addresses = new TreeSet<>();

    private Neighbours() {}

    /**
     * Finds them.
     *
     * @param id of the object
     * @param claimed its addresses in Entra, as they are now
     */
    static Neighbours of(Handle handle, String id, Collection<String> claimed) {
        Neighbours all = new Neighbours();
        Set<String> newIds = new TreeSet<>(Set.of(id));
        Set<String> newAddresses = new TreeSet<>(claimed);
        while (!(newIds.isEmpty() && newAddresses.isEmpty()) && all.addresses.size() < MOST) {
            all.ids.addAll(newIds);
            all.addresses.addAll(newAddresses);
            Set<String> fromIds = all.addressesOf(handle, newIds, id);
            Set<String> fromAddresses = all.ownersOf(handle, newAddresses);
            newIds = without(fromAddresses, all.ids);
            newAddresses = without(fromIds, all.addresses);
            newAddresses.addAll(without(all.addressesOfOwners(handle), all.addresses));
        }
        return all;
    }

    private static Set<String> without(Set<String> found, Set<String> known) {
        Set<String> rest = new HashSet<>(found);
        rest.removeAll(known);
        return rest;
    }

    private Set<String> addressesOf(Handle handle, Set<String> newIds, String id) {
        Set<String> found = new HashSet<>();
        for (String table : List.of("account", "mail_group")) {
            Set<Long> known = table.equals("account") ? accounts : groups;
            known.addAll(select(
                    handle,
                    "select id from " + table + " where entra_id in (<ids>)",
                    newIds,
                    (rs, context) -> rs.getLong("id")));
        }
        Set<String> others = new HashSet<>(newIds);
        others.remove(id);
        found.addAll(select(
                handle,
                "select i.address from image_address i join directory_state s on s.image_generation = i.generation"
                        + " where i.entra_id in (<ids>)",
                others,
                (rs, context) -> rs.getString("address")));
        return found;
    }

    private Set<String> addressesOfOwners(Handle handle) {
        Set<String> found = new HashSet<>();
        RowMapper<String> address = (rs, context) -> rs.getString("address");
        found.addAll(select(handle, "select address from address where account_id in (<ids>)", accounts, address));
        found.addAll(select(handle, "select address from address where group_id in (<ids>)", groups, address));
        return found;
    }

    private Set<String> ownersOf(Handle handle, Set<String> newAddresses) {
        owners(handle, newAddresses);
        RowMapper<String> id = (rs, context) -> rs.getString("entra_id");
        String sql = "select entra_id from %s where entra_id is not null and id in (<ids>)";
        Set<String> found = new HashSet<>();
        found.addAll(select(handle, sql.formatted("account"), accounts, id));
        found.addAll(select(handle, sql.formatted("mail_group"), groups, id));
        found.addAll(select(
                handle,
                "select i.entra_id from image_address i join directory_state s on s.image_generation = i.generation"
                        + " where i.address in (<ids>)",
                newAddresses,
                id));
        return found;
    }

    private void owners(Handle handle, Set<String> newAddresses) {
        String sql = "select %s from address where %s is not null and address in (<ids>)";
        accounts.addAll(select(
                handle, sql.formatted("account_id", "account_id"), newAddresses, (rs, context) -> rs.getLong(1)));
        groups.addAll(
                select(handle, sql.formatted("group_id", "group_id"), newAddresses, (rs, context) -> rs.getLong(1)));
    }

    /** Rows for a list of keys of any length. */
    static <T> List<T> select(Handle handle, String sql, Collection<?> keys, RowMapper<T> mapper) {
        List<T> rows = new ArrayList<>();
        List<?> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += CHUNK) {
            rows.addAll(handle.createQuery(sql)
                    .configure(
                            SqlStatements.class,
                            statements -> statements.setTemplateEngine(new DefinedAttributeTemplateEngine()))
                    .bindList("ids", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .map(mapper)
                    .list());
        }
        return rows;
    }
}
