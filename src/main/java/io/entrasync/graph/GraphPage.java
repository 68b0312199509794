package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a Graph collection. It may be empty and still have a successor; the end is the missing nextLink.
 *
 * @param <T> what the collection holds
 */
public interface GraphPage<T> {
    @Nullable
    List<T> value();

    /** Where the next page is, to be called as it stands; null on the last page. */
    @Nullable
    String nextLink();

    /** A page of {@code /users}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Users(
            @Nullable List<GraphUser> value,
            @JsonProperty("@odata.nextLink") @Nullable String nextLink) implements GraphPage<GraphUser> {}

    /** A page of {@code /groups}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Groups(
            @Nullable List<GraphGroup> value,
            @JsonProperty("@odata.nextLink") @Nullable String nextLink) implements GraphPage<GraphGroup> {}

    /** A page of {@code /groups/…/members}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Members(
            @Nullable List<GraphMember> value,
            @JsonProperty("@odata.nextLink") @Nullable String nextLink) implements GraphPage<GraphMember> {}
}
