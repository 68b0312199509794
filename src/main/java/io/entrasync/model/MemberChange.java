package io.entrasync.model;

import org.jspecify.annotations.Nullable;

/** A member that a plan adds to or removes from a group; the id is null where the member itself is still to be added. */
public record MemberChange(
        Direction change,
        Member.Type type,
        @Nullable String id,
        String entraId,
        @Nullable String primaryAddress,
        @Nullable String displayName) {
    public enum Direction {
        ADDED,
        REMOVED
    }
}
