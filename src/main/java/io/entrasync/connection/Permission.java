package io.entrasync.connection;

/**
 * One application permission of Graph, as the connection check shows it.
 *
 * @param name Graph's name of it
 * @param granted whether the token carries it, or a wider one that contains it
 * @param required whether a sync is impossible without it
 * @param neededFor the feature that is lost without it
 */
public record Permission(String name, boolean granted, boolean required, String neededFor) {}
