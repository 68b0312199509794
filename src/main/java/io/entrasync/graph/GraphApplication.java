package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The product's own application in Entra. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GraphApplication(@Nullable List<Password> passwordCredentials) {
    static final String SELECT = "id,passwordCredentials";

    /**
     * One of its client secrets.
     *
     * @param hint its first characters; secrets that were made otherwise than in the portal may have none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Password(@Nullable String hint, @Nullable Instant endDateTime) {}

    /**
     * When the secret ends that begins so. Among several, one that is past cannot be ours, for it would not have let us
     * in; and of the others the earliest is the safe guess. Empty if none is listed.
     */
    public Optional<Instant> endOf(String hint, Instant now) {
        List<Instant> ours = ends(hint);
        if (ours.isEmpty()) {
            ours = ends(null);
        }
        return ours.stream().filter(end -> end.isAfter(now)).findFirst().or(() -> latest(hint));
    }

    private Optional<Instant> latest(String hint) {
        return ends(hint).stream().max(Comparator.naturalOrder());
    }

    private List<Instant> ends(@Nullable String hint) {
        return passwordCredentials == null
                ? List.of()
                : passwordCredentials.stream()
                        .filter(password -> Objects.equals(password.hint(), hint))
                        .flatMap(password -> Optional.ofNullable(password.endDateTime()).stream())
                        .sorted()
                        .toList();
    }
}
