package io.entrasync.store;

import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.RegisteredDomain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Reads registered domains, with their use, as the API shows them. */
public final class DomainQueries {
    private static final Listing LISTING = new Listing("directory/domains", "name");

    private final Directory directory;

    public DomainQueries(Directory directory) {
        this.directory = directory;
    }

    /** Domains whose name contains the text, by name. */
    public Page<RegisteredDomain> list(PageRequest wanted) {
        return directory
                .jdbi()
                .withHandle(handle -> LISTING.read(handle, Map.of(), wanted, (rs, context) -> domain(rs)));
    }

    public Optional<RegisteredDomain> find(String name) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("directory/domain"))
                .bind("name", name)
                .map((rs, context) -> domain(rs))
                .findOne());
    }

    private static RegisteredDomain domain(ResultSet rs) throws SQLException {
        return new RegisteredDomain(
                rs.getString("name"),
                RegisteredDomain.Purpose.valueOf(rs.getString("purpose")),
                rs.getInt("accounts"),
                rs.getInt("groups"));
    }
}
