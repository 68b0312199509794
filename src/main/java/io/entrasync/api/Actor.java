package io.entrasync.api;

import org.jspecify.annotations.Nullable;

/** Who is logged in and asks. Each runtime has its own way to know. */
public interface Actor {
    /**
     * The name of who is logged in.
     *
     * @param authorization what the request proved that with, checked already; null if by other means
     */
    String name(@Nullable String authorization);
}
