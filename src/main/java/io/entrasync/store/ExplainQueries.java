package io.entrasync.store;

import io.entrasync.explain.Match;
import io.entrasync.explain.MemberChanges;
import io.entrasync.model.Account;
import io.entrasync.model.ObjectType;
import io.entrasync.settings.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** What the directory knows of a subject that somebody asks about. */
public final class ExplainQueries {
    private static final int CHUNK = 500;

    private final Directory directory;

    public ExplainQueries(Directory directory) {
        this.directory = directory;
    }

    /** The object ids that an address or id is known by, that of the account or group first. */
    public List<String> ids(String subject) {
        return directory.jdbi().withHandle(handle -> handle
                .createQuery(Sql.text("explain/ids"))
                .bind("subject", subject)
                .map((rs, context) -> rs.getString("id"))
                .list()
                .stream()
                .distinct()
                .toList());
    }

    /** Whether an address belongs to anybody here. */
    public boolean isOwned(String address) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("account/owner"))
                .bind("address", address)
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    /** The account or group that an object matches. */
    public Optional<Match> match(
            String subject, @Nullable String id, @Nullable ObjectType type, @Nullable String primary) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text("explain/match"))
                .bind("subject", subject)
                .bind("id", id == null ? "" : id)
                .bind("type", type == null ? "" : type.name())
                .bind("primary", primary == null ? "" : primary)
                .map((rs, context) -> match(rs))
                .findOne());
    }

    private static Match.By by(int rank) {
        return switch (rank) {
            case 1 -> Match.By.ENTRA_ID;
            case 2 -> Match.By.PRIMARY_ADDRESS;
            default -> Match.By.ADDRESS;
        };
    }

    private static Match match(ResultSet rs) throws SQLException {
        String disabledBy = rs.getString("disabled_by");
        return new Match(
                ObjectType.valueOf(rs.getString("object_type")),
                rs.getString("id"),
                by(rs.getInt("rank")),
                Account.Source.valueOf(rs.getString("source")),
                Account.Status.valueOf(rs.getString("status")),
                disabledBy == null ? null : Account.DisabledBy.valueOf(disabledBy),
                rs.getString("kind"),
                rs.getString("primary_address"));
    }

    /** What a plan would change of a group's members; others as the last image has them. */
    public MemberChanges members(long group, Set<String> inEntra, Settings settings) {
        return directory.jdbi().withHandle(handle -> {
            int added = 0;
            List<String> ids = new ArrayList<>(inEntra);
            for (int from = 0; from < ids.size(); from += CHUNK) {
                added += joining(
                        handle,
                        group,
                        ids.subList(from, Math.min(ids.size(), from + CHUNK)),
                        settings.how(),
                        settings.what());
            }
            boolean removes = settings.how().removeDeletedUsers();
            long removed = handle
                    .createQuery(Sql.text("explain/members"))
                    .bind("group", group)
                    .map((rs, context) -> Map.entry(rs.getString("entra_id"), rs.getString("state")))
                    .filter(member -> !inEntra.contains(member.getKey()))
                    .filter(member -> removes || member.getValue().equals("HERE"))
                    .stream()
                    .count();
            return new MemberChanges(added, (int) removed);
        });
    }

    private static int joining(Handle handle, long group, List<String> ids, Settings.How how, Settings.What what) {
        Query query = handle.createQuery(Sql.text("explain/joining"))
                .configure(
                        SqlStatements.class,
                        statements -> statements.setTemplateEngine(new DefinedAttributeTemplateEngine()));
        return query.bindList("ids", ids)
                .bind("group", group)
                .bind("activeUsers", what.activeUsers())
                .bind("addUsers", how.addUsers())
                .bind("updateUsers", how.updateUsers())
                .bind("addGroups", how.addGroups())
                .bind("updateGroups", how.updateGroups())
                .mapTo(Integer.class)
                .one();
    }
}
