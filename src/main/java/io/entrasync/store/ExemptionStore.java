package io.entrasync.store;

import io.entrasync.model.Exemption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exemptions: what syncs leave alone. */
public final class ExemptionStore {
    private final Directory directory;
    private final Clock clock;

    public ExemptionStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** All exempt addresses and ids, in lower case. */
    public Set<String> subjects() {
        return directory
                .jdbi()
                .withHandle(handle -> new HashSet<>(handle.createQuery("select subject from exemption")
                        .mapTo(String.class)
                        .list()));
    }

    public List<Exemption> list(String text, int offset, int limit) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from exemption where subject like :text order by id limit :limit offset :offset")
                .bindMap(Map.of("text", "%" + text + "%", "offset", offset, "limit", limit))
                .map((rs, context) -> exemption(rs))
                .list());
    }

    public int count(String text) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from exemption where subject like :text")
                .bind("text", "%" + text + "%")
                .mapTo(Integer.class)
                .one());
    }

    public Optional<Exemption> find(String subject) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from exemption where subject = :subject")
                .bind("subject", subject)
                .map((rs, context) -> exemption(rs))
                .findOne());
    }

    /** Exempts a subject, remembering the object that has the address; an existing exemption stays. */
    public void add(String subject, @Nullable String reason, String createdBy) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(Sql.text("directory/exemption-add"))
                .bind("subject", subject)
                .bind("reason", reason)
                .bind("createdBy", createdBy)
                .bind("now", clock.instant())
                .execute());
    }

    /** Lifts an exemption; false if there is none with this id. */
    public boolean remove(long id) {
        return directory.jdbi().withHandle(handle -> handle.execute("delete from exemption where id = ?", id)) > 0;
    }

    private static Exemption exemption(ResultSet rs) throws SQLException {
        return new Exemption(
                rs.getString("id"),
                rs.getString("subject"),
                rs.getString("entra_id"),
                rs.getString("reason"),
                rs.getString("created_by"),
                rs.getTimestamp("created_at").toInstant());
    }
}
