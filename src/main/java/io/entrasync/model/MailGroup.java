package io.entrasync.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of the directory. The shape is that of the API.
 *
 * @param primaryAddress null for a security group without mail
 * @param memberCount direct members
 */
public record MailGroup(
        String id,
        @Nullable String entraId,
        GroupKind kind,
        Account.Status status,
        Account.Source source,
        @Nullable String primaryAddress,
        List<String> aliases,
        @Nullable String displayName,
        int memberCount) {

    public MailGroup withAliases(List<String> others) {
        return new MailGroup(id, entraId, kind, status, source, primaryAddress, others, displayName, memberCount);
    }
}
