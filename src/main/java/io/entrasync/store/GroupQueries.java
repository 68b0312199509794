package io.entrasync.store;

import io.entrasync.model.Account;
import io.entrasync.model.GroupKind;
import io.entrasync.model.MailGroup;
import io.entrasync.model.Member;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads groups and their members as the API shows them. */
public final class GroupQueries {
    private static final Listing LISTING = new Listing("directory/groups", "display_name, id");
    private static final String MEMBER_ORDER = "member_type, primary_address, id";
    private static final Listing DIRECT = new Listing("directory/members", MEMBER_ORDER);
    private static final Listing EFFECTIVE = new Listing("directory/members-effective", MEMBER_ORDER);

    private final Directory directory;

    public GroupQueries(Directory directory) {
        this.directory = directory;
    }

    /** Groups of which an address or the name contains the text, by name. */
    public Page<MailGroup> list(PageRequest wanted) {
        return directory.jdbi().withHandle(handle -> {
            Page<MailGroup> page = LISTING.read(handle, Map.of(), wanted, (rs, context) -> group(rs));
            return new Page<>(withAliases(handle, page.items()), page.page(), page.size(), page.total());
        });
    }

    public Optional<MailGroup> find(long id) {
        return directory.jdbi().withHandle(handle -> {
            List<MailGroup> found = handle.createQuery(Sql.text("directory/group"))
                    .bind("id", id)
                    .map((rs, context) -> group(rs))
                    .list();
            return withAliases(handle, found).stream().findFirst();
        });
    }

    /** @param effective with nested groups dissolved into their accounts */
    public Page<Member> members(long group, boolean effective, PageRequest wanted) {
        Listing listing = effective ? EFFECTIVE : DIRECT;
        return directory
                .jdbi()
                .withHandle(handle -> listing.read(handle, Map.of("id", group), wanted, (rs, context) -> member(rs)));
    }

    private static List<MailGroup> withAliases(Handle handle, List<MailGroup> groups) {
        List<Long> ids = groups.stream().map(group -> Long.valueOf(group.id())).toList();
        Map<Long, List<String>> aliases =
                Details.read(handle, "directory/group-aliases", ids, rs -> rs.getString("address"));
        return groups.stream()
                .map(group -> group.withAliases(aliases.getOrDefault(Long.valueOf(group.id()), List.of())))
                .toList();
    }

    private static MailGroup group(ResultSet rs) throws SQLException {
        return new MailGroup(
                rs.getString("id"),
                rs.getString("entra_id"),
                GroupKind.valueOf(rs.getString("kind")),
                Account.Status.valueOf(rs.getString("status")),
                Account.Source.valueOf(rs.getString("source")),
                rs.getString("primary_address"),
                List.of(),
                rs.getString("display_name"),
                rs.getInt("member_count"));
    }

    private static Member member(ResultSet rs) throws SQLException {
        return new Member(
                Member.Type.valueOf(rs.getString("member_type")),
                rs.getString("id"),
                rs.getString("entra_id"),
                rs.getString("primary_address"),
                rs.getString("display_name"));
    }
}
