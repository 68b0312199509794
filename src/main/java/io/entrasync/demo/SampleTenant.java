package io.entrasync.demo;

import java.util.List;
import java.util.Locale;

/**
 * The tenant of the demo: a small company with everybody that a directory sync meets, good and bad, and a life of its
 * own that {@link #change()} moves on.
 */
public final class SampleTenant {
    /** The address that the demo's configuration exempts. */
    public static final String EXEMPT_ADDRESS = "exempt@example.com";

    /** The domains that the demo's configuration registers; {@code example.net} is in use too, but not registered. */
    public static final List<String> REGISTERED_DOMAINS = List.of("example.com", "example.org");

    static final TenantOrganization ORGANIZATION = new TenantOrganization(
            "c0de0000-0000-4000-8000-000000000001",
            "Contoso Demo",
            List.of("example.com", "example.org", "example.net", "contoso-demo.onmicrosoft.com"));

    private final GraphTenant tenant;
    private final SampleChanges changes;

    public SampleTenant() {
        this.tenant = SampleFiles.fill(new GraphTenant(ORGANIZATION));
        this.changes = new SampleChanges(tenant);
    }

    public GraphTenant tenant() {
        return tenant;
    }

    /** Lets the next day in the company's life happen; says in plain sentences what it was. */
    public synchronized List<String> change() {
        return changes.next();
    }

    /** Object id of the user of this number: 1–20 staff, 101–114 stay out, 201–207 rooms and shared mailboxes. */
    public static String userId(int number) {
        return String.format(Locale.ROOT, "1a7e0000-0000-4000-8000-%012d", number);
    }

    /** Object id of the group of this number, 1–15. */
    public static String groupId(int number) {
        return String.format(Locale.ROOT, "6e0b0000-0000-4000-8000-%012d", number);
    }
}
