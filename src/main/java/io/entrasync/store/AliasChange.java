package io.entrasync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** An address that is an alias before or after a plan item. */
record AliasChange(String address, boolean before, boolean after) {
    static AliasChange of(ResultSet rs) throws SQLException {
        return new AliasChange(
                rs.getString("address"),
                "ALIAS".equals(rs.getString("old_role")),
                "ALIAS".equals(rs.getString("new_role")));
    }

    static List<String> before(List<AliasChange> all) {
        return all.stream()
                .filter(AliasChange::before)
                .map(AliasChange::address)
                .toList();
    }

    static List<String> after(List<AliasChange> all) {
        return all.stream().filter(AliasChange::after).map(AliasChange::address).toList();
    }
}
