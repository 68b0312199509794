package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as Graph delivers it. Every property but the id may be null: not set, or not delivered because the
 * application may not see it.
 *
 * @param more what is asked for only because a filter compares it, under Graph's names
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
        @Nullable List<License> assignedLicenses,
        @JsonAnySetter @Nullable Map<String, JsonNode> more) {

    /** What is asked of Graph: nothing that is not used. */
    public static final String SELECT = "id,displayName,givenName,surname,mobilePhone,department,preferredLanguage,"
            + "accountEnabled,userType,proxyAddresses,assignedLicenses";

    /** The text of a property that a filter compares; null if there is none. */
    public @Nullable String property(String name) {
        JsonNode value = more == null ? null : more.get(name);
        return switch (name) {
            case "department" -> department;
            case "displayName" -> displayName;
            default -> value == null ? null : value.textValue();
        };
    }

    /** One of the attributes that a directory on premises adds; null if there is none. */
    public @Nullable String extension(String name) {
        JsonNode all = more == null ? null : more.get("onPremisesExtensionAttributes");
        return all == null ? null : all.path(name).textValue();
    }

    /** A licence; that there is one is all that matters. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record License(@Nullable String skuId) {}

    /** Whether any licence is assigned; null if Graph did not say. */
    public @Nullable Boolean licensed() {
        return assignedLicenses == null ? null : !assignedLicenses.isEmpty();
    }
}
