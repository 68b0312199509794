package io.entrasync.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or something, that the service takes mail for. The shape is that of the API.
 *
 * @param digest whether the quarantine digest is sent
 * @param disabledBy who disabled it; null while active
 * @param aliases the other addresses, sorted
 */
public record Account(
        String id,
        @Nullable String entraId,
        Kind kind,
        Role role,
        boolean digest,
        Status status,
        @Nullable DisabledBy disabledBy,
        Source source,
        @Nullable String primaryAddress,
        List<String> aliases,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable String mobilePhone,
        @Nullable String department,
        @Nullable String preferredLanguage,
        Instant createdAt,
        Instant updatedAt) {

    public Account withAliases(List<String> others) {
        return new Account(
                id,
                entraId,
                kind,
                role,
                digest,
                status,
                disabledBy,
                source,
                primaryAddress,
                others,
                displayName,
                givenName,
                surname,
                mobilePhone,
                department,
                preferredLanguage,
                createdAt,
                updatedAt);
    }

    public enum Kind {
        USER,
        FUNCTIONAL
    }

    public enum Role {
        END_USER,
        SILENT_USER,
        ADMIN
    }

    public enum Status {
        ACTIVE,
        DISABLED
    }

    public enum DisabledBy {
        SYNC,
        OPERATOR
    }

    /** Where an entry of the directory comes from: a sync made or adopted it, or it was made here. */
    public enum Source {
        ENTRA,
        LOCAL
    }
}
