package io.entrasync.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An administrator without an Entra id who logs in with Microsoft, or asks to.
 *
 * @param entraId the object id that Microsoft gave
 * @param displayName the name that Microsoft gave
 * @param address the primary address of the administrator's account
 * @param confirmedBy the operator who confirmed that they are the same; null while that is open
 */
public record AdminLogin(
        String id,
        String entraId,
        @Nullable String displayName,
        @Nullable String address,
        Instant askedAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy) {}
