package io.entrasync.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The people of the sample company who come, go, move and marry, each in turn. */
final class SampleStaff {
    private static final List<String> NEWCOMERS = List.of(
            "Nadia Benali",
            "Henrik Lund",
            "Beatriz Moreira",
            "Ivan Petkov",
            "Maeve Gallagher",
            "Kenji Mori",
            "Lotte Vermeer",
            "Samir Nasser",
            "Tuuli Laine",
            "Andre Silva",
            "Noor Rahman",
            "Vera Sokol");
    private static final List<String> NEW_NAMES =
            List.of("Bergmann", "Castillo", "Dalgaard", "Ferrari", "Grant", "Horvat", "Ivarsson", "Keller");
    private static final List<String> DEPARTMENTS = List.of("Marketing", "Engineering", "Support", "Sales", "Finance");

    private final GraphTenant tenant;
    private final SampleAddresses addresses;
    private final Deque<String> inTurn = new ArrayDeque<>();
    private final Deque<String> left = new ArrayDeque<>();
    private int joined;
    private int renamed;
    private int moved;

    SampleStaff(GraphTenant tenant) {
        this.tenant = tenant;
        this.addresses = new SampleAddresses(tenant);
        IntStream.of(5, 4, 20, 7, 6, 12, 9, 10, 11, 8, 13, 14, 15, 16, 17, 18, 19)
                .mapToObj(SampleTenant::userId)
                .forEach(inTurn::add);
    }

    /** Who joined last, or had a turn last. */
    TenantUser latest() {
        return user(inTurn.getLast());
    }

    /** Whose turn is next; who has had it stands in line again. */
    TenantUser next() {
        String id = inTurn.removeFirst();
        inTurn.addLast(id);
        return user(id);
    }

    String join() {
        TenantUser newcomer = newcomer("example.com");
        inTurn.addLast(newcomer.id());
        tenant.addMember(SampleTenant.groupId(1), newcomer.id(), MemberType.USER);
        return newcomer.displayName() + " joined with the address " + newcomer.primaryAddress() + ".";
    }

    String joinInNewDomain() {
        String domain = "acquired-" + (joined + 1) + ".example";
        tenant.setOrganization(tenant.organization().withDomain(domain));
        TenantUser newcomer = newcomer(domain);
        return newcomer.displayName() + " joined with the address " + newcomer.primaryAddress()
                + ", in a domain that nobody used before.";
    }

    String leave() {
        TenantUser leaver = user(inTurn.removeFirst());
        left.addLast(leaver.id());
        tenant.putUser(leaver.withAccountEnabled(false));
        String said = leaver.displayName() + " left: sign-in is disabled";
        List<String> aliases = leaver.aliases().stream()
                .filter(alias -> !alias.endsWith(".onmicrosoft.com"))
                .toList();
        if (aliases.isEmpty()) {
            return said + ".";
        }
        String alias = aliases.get(aliases.size() - 1);
        TenantUser successor = next();
        tenant.putUser(leaver.withAccountEnabled(false).withoutAlias(alias));
        tenant.putUser(successor.withAlias(alias));
        return said + ", and the alias " + alias + " went to " + successor.displayName() + ".";
    }

    String comeBack() {
        TenantUser back = user(left.removeFirst());
        tenant.putUser(back.withAccountEnabled(true));
        inTurn.addLast(back.id());
        return back.displayName() + " came back: sign-in is enabled again.";
    }

    String delete() {
        TenantUser gone = user(inTurn.removeFirst());
        tenant.removeUser(gone.id());
        return gone.displayName() + " was deleted.";
    }

    String rename() {
        TenantUser before = next();
        String surname = NEW_NAMES.get(renamed++ % NEW_NAMES.size());
        String former = String.valueOf(before.primaryAddress());
        String given = Objects.requireNonNullElse(before.givenName(), "");
        String first = former.substring(0, former.indexOf('@')).split("\\.", -1)[0];
        String address = addresses.free(first + "." + surname, former.substring(former.indexOf('@') + 1));
        TenantUser after = before.withPrimary(address)
                .edit()
                .displayName(given + " " + surname)
                .surname(surname)
                .userPrincipalName(address)
                .build();
        tenant.putUser(after);
        return before.displayName() + " is now " + after.displayName() + ": " + address
                + " is the primary address, and " + former + " became an alias.";
    }

    String move() {
        TenantUser before = next();
        String department = DEPARTMENTS.get(moved++ % DEPARTMENTS.size());
        String phone = "+44 7700 9002" + String.format("%02d", moved % 100);
        tenant.putUser(before.withDepartment(department).withMobilePhone(phone));
        return before.displayName() + " moved to " + department + " and has a new mobile phone, " + phone + ".";
    }

    private TenantUser newcomer(String domain) {
        String name = NEWCOMERS.get(joined % NEWCOMERS.size());
        String[] parts = name.split(" ", -1);
        joined++;
        TenantUser newcomer = TenantUser.member(
                        SampleTenant.userId(1000 + joined), name, addresses.free(parts[0] + "." + parts[1], domain))
                .edit()
                .givenName(parts[0])
                .surname(parts[1])
                .department(DEPARTMENTS.get(joined % DEPARTMENTS.size()))
                .preferredLanguage("en-GB")
                .assignedLicenses(List.of("4b1f9c52-0000-4000-8000-00000000e301"))
                .userPurpose("user")
                .build();
        tenant.putUser(newcomer);
        return newcomer;
    }

    private TenantUser user(String id) {
        return Objects.requireNonNull(tenant.user(id));
    }
}
