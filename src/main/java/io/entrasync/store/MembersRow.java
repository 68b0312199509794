package io.entrasync.store;

import io.entrasync.graph.GraphMember;
import java.util.List;

/**
 * The direct members of one group, as read.
 *
 * @param members ids of users and groups
 * @param other how many members cannot be imported: devices, contacts and the like
 * @param state {@code READ}, {@code UNREADABLE} or {@code GONE}
 */
public record MembersRow(String groupId, List<String> members, int other, String state) {

    /** A group whose members were read. */
    public static MembersRow read(String groupId, List<GraphMember> members) {
        List<String> ids = members.stream()
                .filter(GraphMember::canBeImported)
                .map(GraphMember::id)
                .distinct()
                .toList();
        int other =
                (int) members.stream().filter(member -> !member.canBeImported()).count();
        return new MembersRow(groupId, ids, other, "READ");
    }

    /** A group whose membership is hidden from the application: what the directory has stays. */
    public static MembersRow unreadable(String groupId) {
        return new MembersRow(groupId, List.of(), 0, "UNREADABLE");
    }

    /** A group that was deleted after the list of groups was read: the next run deals with it. */
    public static MembersRow gone(String groupId) {
        return new MembersRow(groupId, List.of(), 0, "GONE");
    }
}
