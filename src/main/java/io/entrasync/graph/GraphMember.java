package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A direct member of a group. Only the id and the type are read: where a permission is missing, Graph delivers
 * everything else as null.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GraphMember(
        String id, @JsonProperty("@odata.type") @Nullable String type) {

    /** Whether the member can be an account or a group; devices, contacts and service principals cannot. */
    public boolean canBeImported() {
        return type == null || type.equals("#microsoft.graph.user") || type.equals("#microsoft.graph.group");
    }
}
