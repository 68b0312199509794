package io.entrasync.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object or address that syncs leave alone until the exemption is lifted.
 *
 * @param subject an address or an Entra object id, in lower case
 * @param entraId the object it is known to mean; null for an address that no object has
 */
public record Exemption(
        String id,
        String subject,
        @Nullable String entraId,
        @Nullable String reason,
        String createdBy,
        Instant createdAt) {}
