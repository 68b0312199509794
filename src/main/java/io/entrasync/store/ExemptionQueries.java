package io.entrasync.store;

import io.entrasync.model.Exemption;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads exemptions as the API shows them. */
public final class ExemptionQueries {
    private static final Listing LISTING = new Listing("directory/exemptions", "id");

    private final Directory directory;

    public ExemptionQueries(Directory directory) {
        this.directory = directory;
    }

    /** Exemptions whose subject or reason contains the text, the oldest first. */
    public Page<Exemption> list(PageRequest wanted) {
        return directory
                .jdbi()
                .withHandle(handle -> LISTING.read(handle, Map.of(), wanted, (rs, context) -> exemption(rs)));
    }

    public Optional<Exemption> find(String subject) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("directory/exemption"))
                .bind("subject", subject)
                .map((rs, context) -> exemption(rs))
                .findOne());
    }

    private static Exemption exemption(ResultSet rs) throws SQLException {
        return new Exemption(
                rs.getString("id"),
                rs.getString("subject"),
                rs.getString("entra_id"),
                rs.getString("reason"),
                rs.getString("created_by"),
                RunQueries.instant(rs, "created_at", Instant.EPOCH));
    }
}
