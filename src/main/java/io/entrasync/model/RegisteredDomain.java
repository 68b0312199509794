package io.entrasync.model;

/**
 * A domain that the service handles.
 *
 * @param name in ASCII (IDN) form
 * @param accounts accounts with an address in it
 * @param groups groups with an address in it
 */
public record RegisteredDomain(String name, Purpose purpose, int accounts, int groups) {
    public enum Purpose {
        /** The service takes mail for it. */
        RELAY,
        /** Registered, without mail flow. */
        MANAGEMENT
    }
}
