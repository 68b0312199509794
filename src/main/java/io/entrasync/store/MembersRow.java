package io.entrasync.store;

import io.entrasync.graph.GraphMember;
import io.entrasync.graph.MemberBatch.MemberPage;
import java.util.List;

/**
 * One page of a group's direct members, as it is staged.
 *
 * @param members ids of users and groups
 * @param other how many members cannot be imported: devices, contacts and the like
 * @param state what is now known of the group's membership
 */
record MembersRow(String groupId, List<String> members, int other, String state) {

    static MembersRow of(MemberPage page) {
        List<String> ids = page.members().stream()
                .filter(GraphMember::canBeImported)
                .map(GraphMember::id)
                .toList();
        int other = page.members().size() - ids.size();
        return new MembersRow(page.groupId(), ids, other, page.state().name());
    }
}
