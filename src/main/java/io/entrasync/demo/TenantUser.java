package io.entrasync.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as Entra holds it.
 *
 * @param id object id
 * @param accountEnabled whether sign-in is allowed; null = not delivered
 * @param userType Member or Guest; null = not delivered
 * @param proxyAddresses all addresses with their prefix; null = not delivered
 * @param assignedLicenses product ids of the licences; empty = unlicensed
 * @param userPurpose kind of the mailbox (user, shared, room, equipment); null = no mailbox settings
 * @param more further properties under Graph's names, such as jobTitle or employeeId
 */
public record TenantUser(
        String id,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable String userPrincipalName,
        @Nullable String mail,
        @Nullable String mobilePhone,
        @Nullable String department,
        @Nullable String preferredLanguage,
        @Nullable Boolean accountEnabled,
        @Nullable String userType,
        @Nullable List<String> proxyAddresses,
        List<String> assignedLicenses,
        @Nullable String userPurpose,
        Map<String, Object> more) {

    public TenantUser {
        proxyAddresses = proxyAddresses == null ? null : List.copyOf(proxyAddresses);
        assignedLicenses = assignedLicenses == null ? List.of() : List.copyOf(assignedLicenses);
        more = more == null ? Map.of() : Map.copyOf(more);
    }

    /** An ordinary, enabled member whose primary address is also mail and user principal name. */
    public static TenantUser member(String id, String displayName, String primaryAddress) {
        return new TenantUserEdit(id)
                .displayName(displayName)
                .userPrincipalName(primaryAddress)
                .mail(primaryAddress)
                .accountEnabled(true)
                .userType("Member")
                .proxyAddresses(List.of("SMTP:" + primaryAddress))
                .build();
    }

    /** Starts a changed copy. */
    public TenantUserEdit edit() {
        return new TenantUserEdit(this);
    }

    public TenantUser withAccountEnabled(@Nullable Boolean value) {
        return edit().accountEnabled(value).build();
    }

    public TenantUser withUserType(@Nullable String value) {
        return edit().userType(value).build();
    }

    public TenantUser withDisplayName(@Nullable String value) {
        return edit().displayName(value).build();
    }

    public TenantUser withDepartment(@Nullable String value) {
        return edit().department(value).build();
    }

    public TenantUser withMobilePhone(@Nullable String value) {
        return edit().mobilePhone(value).build();
    }

    /** With exactly these entries, prefixes included. */
    public TenantUser withProxyAddresses(@Nullable List<String> entries) {
        return edit().proxyAddresses(entries).build();
    }

    /** With one more alias. */
    public TenantUser withAlias(String address) {
        List<String> entries = new ArrayList<>(ProxyAddresses.orNone(proxyAddresses));
        entries.add("smtp:" + address);
        return withProxyAddresses(entries);
    }

    /** Without this alias. */
    public TenantUser withoutAlias(String address) {
        return withProxyAddresses(ProxyAddresses.without(proxyAddresses, address));
    }

    /** With another primary address; the former one becomes an alias, as Exchange does on a rename. */
    public TenantUser withPrimary(String address) {
        return edit().proxyAddresses(ProxyAddresses.renamed(proxyAddresses, address))
                .mail(address)
                .build();
    }

    /** The primary address without its prefix; null if there is none. */
    public @Nullable String primaryAddress() {
        return ProxyAddresses.primary(proxyAddresses);
    }

    /** The aliases without their prefix. */
    public List<String> aliases() {
        return ProxyAddresses.aliases(proxyAddresses);
    }
}
