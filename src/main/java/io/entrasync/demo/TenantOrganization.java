package io.entrasync.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tenant itself.
 *
 * @param id tenant id
 * @param displayName the company
 * @param verifiedDomains its domains; the first one is the default
 */
public record TenantOrganization(String id, String displayName, List<String> verifiedDomains) {
    public TenantOrganization {
        verifiedDomains = List.copyOf(verifiedDomains);
    }

    /** The same tenant with one verified domain more. */
    public TenantOrganization withDomain(String domain) {
        List<String> domains = new ArrayList<>(verifiedDomains);
        domains.add(domain);
        return new TenantOrganization(id, displayName, domains);
    }

    Map<String, Object> json() {
        return Map.of("id", id, "displayName", displayName, "tenantType", "AAD", "verifiedDomains", verified());
    }

    /** The entries of {@code /domains}, which lists services where {@code /organization} has one text. */
    List<Map<String, Object>> domains() {
        return verifiedDomains.stream()
                .map(name -> Map.<String, Object>of(
                        "id",
                        name,
                        "authenticationType",
                        "Managed",
                        "isDefault",
                        isDefault(name),
                        "isInitial",
                        isInitial(name),
                        "isRoot",
                        true,
                        "isVerified",
                        true,
                        "supportedServices",
                        List.of("Email", "OfficeCommunicationsOnline")))
                .toList();
    }

    private List<Map<String, Object>> verified() {
        return verifiedDomains.stream()
                .map(name -> Map.<String, Object>of(
                        "capabilities",
                        "Email, OfficeCommunicationsOnline",
                        "isDefault",
                        isDefault(name),
                        "isInitial",
                        isInitial(name),
                        "name",
                        name,
                        "type",
                        "Managed"))
                .toList();
    }

    private boolean isDefault(String name) {
        return verifiedDomains.indexOf(name) == 0;
    }

    private static boolean isInitial(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".onmicrosoft.com");
    }
}
