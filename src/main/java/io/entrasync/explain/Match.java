package io.entrasync.explain;

import io.entrasync.model.Account;
import io.entrasync.model.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * The account or group that an object matches.
 *
 * @param by how it was found
 */
public record Match(
        ObjectType type,
        String id,
        By by,
        Account.Source source,
        Account.Status status,
        Account.@Nullable DisabledBy disabledBy,
        @Nullable String kind,
        @Nullable String primaryAddress) {

    /** How an object finds its account or group. */
    public enum By {
        ENTRA_ID,
        /** it has no Entra id, and this primary address: it would be adopted */
        PRIMARY_ADDRESS,
        /** by address alone; no sync takes it for the object's */
        ADDRESS
    }

    String name() {
        return (type == ObjectType.USER ? "account " : "group ") + id;
    }
}
