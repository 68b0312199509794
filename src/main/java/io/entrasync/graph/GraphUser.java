package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as Graph delivers it. Every property but the id may be null: not set, or not delivered because the
 * application may not see it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GraphUser(
        String id,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable String mobilePhone,
        @Nullable String department,
        @Nullable String preferredLanguage,
        @Nullable Boolean accountEnabled,
        @Nullable String userType,
        @Nullable List<String> proxyAddresses,
        @Nullable List<License> assignedLicenses) {

    /** What is asked of Graph: nothing that is not used. */
    public static final String SELECT = "id,displayName,givenName,surname,mobilePhone,department,preferredLanguage,"
            + "accountEnabled,userType,proxyAddresses,assignedLicenses";

    /** A licence; that there is one is all that matters. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record License(@Nullable String skuId) {}

    /** Whether any licence is assigned; null if Graph did not say. */
    public @Nullable Boolean licensed() {
        return assignedLicenses == null ? null : !assignedLicenses.isEmpty();
    }
}
