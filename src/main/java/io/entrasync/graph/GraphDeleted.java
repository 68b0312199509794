package io.entrasync.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** An object that was deleted, and can still be restored. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GraphDeleted(String id, @Nullable String deletedDateTime) {}
