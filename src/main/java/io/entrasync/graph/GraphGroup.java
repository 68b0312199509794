package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group as Graph delivers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GraphGroup(
        String id,
        @Nullable String displayName,
        @Nullable List<String> groupTypes,
        @Nullable Boolean mailEnabled,
        @Nullable Boolean securityEnabled,
        @Nullable String visibility,
        @Nullable List<String> proxyAddresses) {

    /** What is asked of Graph: nothing that is not used. */
    public static final String SELECT =
            "id,displayName,groupTypes,mailEnabled,securityEnabled,visibility,proxyAddresses";

    /** Whether members can be seen only with the permission {@code Member.Read.Hidden}. */
    public boolean hidesMembers() {
        return "HiddenMembership".equalsIgnoreCase(visibility);
    }
}
