package io.entrasync.model;

import org.jspecify.annotations.Nullable;

/**
 * A member of a group.
 *
 * @param id id of the account or group; null for one that a plan only wants to add
 */
public record Member(
        Type type,
        @Nullable String id,
        @Nullable String entraId,
        @Nullable String primaryAddress,
        @Nullable String displayName) {
    public enum Type {
        ACCOUNT,
        GROUP
    }
}
