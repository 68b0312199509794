package io.entrasync.model;

import org.jspecify.annotations.Nullable;

/**
 * An object of the tenant that a run did not bring over.
 *
 * @param address its primary address as Entra has it
 * @param detail the value that the deciding rule saw
 */
public record Skipped(
        ObjectType objectType,
        String entraId,
        @Nullable String address,
        @Nullable String displayName,
        ScopeReason reason,
        @Nullable String detail) {}
