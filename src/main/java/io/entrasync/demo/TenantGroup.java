package io.entrasync.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group as Entra holds it, without its members.
 *
 * @param id object id
 * @param mailEnabled null = not delivered
 * @param securityEnabled null = not delivered
 * @param groupTypes Unified and DynamicMembership, or empty; null = not delivered
 * @param membershipRule rule of a dynamic group
 * @param visibility Public, Private or HiddenMembership
 * @param proxyAddresses all addresses with their prefix; null = not delivered
 * @param more further properties under Graph's names
 */
public record TenantGroup(
        String id,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String mail,
        @Nullable String mailNickname,
        @Nullable Boolean mailEnabled,
        @Nullable Boolean securityEnabled,
        @Nullable List<String> groupTypes,
        @Nullable String membershipRule,
        @Nullable String visibility,
        @Nullable List<String> proxyAddresses,
        Map<String, Object> more) {

    public TenantGroup {
        groupTypes = groupTypes == null ? null : List.copyOf(groupTypes);
        proxyAddresses = proxyAddresses == null ? null : List.copyOf(proxyAddresses);
        more = more == null ? Map.of() : Map.copyOf(more);
    }

    /** A distribution group: it has an address and grants nothing. */
    public static TenantGroup distribution(String id, String displayName, String primaryAddress) {
        return new TenantGroupEdit(id)
                .displayName(displayName)
                .mail(primaryAddress)
                .mailNickname(primaryAddress.substring(0, primaryAddress.indexOf('@')))
                .mailEnabled(true)
                .securityEnabled(false)
                .groupTypes(List.of())
                .proxyAddresses(List.of("SMTP:" + primaryAddress))
                .build();
    }

    /** A mail-enabled security group. */
    public static TenantGroup mailEnabledSecurity(String id, String displayName, String primaryAddress) {
        return distribution(id, displayName, primaryAddress)
                .edit()
                .securityEnabled(true)
                .build();
    }

    /** A Microsoft 365 group. */
    public static TenantGroup microsoft365(String id, String displayName, String primaryAddress) {
        return distribution(id, displayName, primaryAddress)
                .edit()
                .groupTypes(List.of("Unified"))
                .visibility("Private")
                .build();
    }

    /** A plain security group: no address. */
    public static TenantGroup security(String id, String displayName) {
        return new TenantGroupEdit(id)
                .displayName(displayName)
                .mailEnabled(false)
                .securityEnabled(true)
                .groupTypes(List.of())
                .proxyAddresses(List.of())
                .build();
    }

    /** Starts a changed copy. */
    public TenantGroupEdit edit() {
        return new TenantGroupEdit(this);
    }

    public TenantGroup withDisplayName(@Nullable String value) {
        return edit().displayName(value).build();
    }

    public TenantGroup withVisibility(@Nullable String value) {
        return edit().visibility(value).build();
    }

    /** With exactly these entries, prefixes included. */
    public TenantGroup withProxyAddresses(@Nullable List<String> entries) {
        return edit().proxyAddresses(entries).build();
    }

    /** With one more alias. */
    public TenantGroup withAlias(String address) {
        List<String> entries = new ArrayList<>(ProxyAddresses.orNone(proxyAddresses));
        entries.add("smtp:" + address);
        return withProxyAddresses(entries);
    }

    /** With another primary address; the former one becomes an alias. */
    public TenantGroup withPrimary(String address) {
        return edit().proxyAddresses(ProxyAddresses.renamed(proxyAddresses, address))
                .mail(address)
                .build();
    }

    /** With a membership rule, which makes membership dynamic; null makes it assigned again. */
    public TenantGroup withMembershipRule(@Nullable String rule) {
        List<String> types = new ArrayList<>(ProxyAddresses.orNone(groupTypes));
        types.remove("DynamicMembership");
        if (rule != null) {
            types.add("DynamicMembership");
        }
        return edit().membershipRule(rule).groupTypes(types).build();
    }

    /** The primary address without its prefix; null if there is none. */
    public @Nullable String primaryAddress() {
        return ProxyAddresses.primary(proxyAddresses);
    }

    boolean hidesItsMembers() {
        return "HiddenMembership".equals(visibility);
    }
}
