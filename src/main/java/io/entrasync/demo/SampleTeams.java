package io.entrasync.demo;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The groups of the sample company that people join and leave, and that are founded and dissolved. */
final class SampleTeams {
    private static final List<Integer> CHANGING = List.of(2, 3, 6, 8);
    private static final int FOR_GOOD = 3;

    private final GraphTenant tenant;
    private final SampleStaff staff;
    private final Deque<String> founded = new ArrayDeque<>();
    private int swaps;
    private int foundings;
    private int renamed;

    SampleTeams(GraphTenant tenant, SampleStaff staff) {
        this.tenant = tenant;
        this.staff = staff;
    }

    /** One comes in, one goes; somebody who has left the company goes first. */
    String swapMember() {
        TenantGroup group = group(SampleTenant.groupId(CHANGING.get(swaps++ % CHANGING.size())));
        TenantUser gained = staff.latest();
        if (tenant.members(group.id()).containsKey(gained.id())) {
            gained = staff.next();
        }
        Optional<TenantUser> lost = whoGoes(group, gained);
        tenant.addMember(group.id(), gained.id(), MemberType.USER);
        lost.ifPresent(user -> tenant.removeMember(group.id(), user.id()));
        return "The group " + group.displayName() + " gained " + gained.displayName()
                + lost.map(user -> " and lost " + user.displayName()).orElse("") + ".";
    }

    String found() {
        foundings++;
        TenantGroup group = TenantGroup.distribution(
                SampleTenant.groupId(1000 + foundings),
                "Working Group " + foundings,
                "working.group." + foundings + "@example.com");
        tenant.putGroup(group);
        for (int count = 0; count < 3; count++) {
            tenant.addMember(group.id(), staff.next().id(), MemberType.USER);
        }
        founded.addLast(group.id());
        return "The group " + group.displayName() + " was founded with three members.";
    }

    String dissolve() {
        TenantGroup group = group(founded.removeFirst());
        tenant.removeGroup(group.id());
        return "The group " + group.displayName() + " was deleted.";
    }

    String rename() {
        TenantGroup group = group(SampleTenant.groupId(2));
        String name = renamed++ % 2 == 0 ? "Sales and Fairs" : "Sales";
        tenant.putGroup(group.withDisplayName(name));
        return "The group " + group.displayName() + " is now called " + name + ".";
    }

    private Optional<TenantUser> whoGoes(TenantGroup group, TenantUser gained) {
        return tenant.members(group.id()).keySet().stream()
                .map(tenant::user)
                .flatMap(user -> Optional.ofNullable(user).stream())
                .filter(user -> !user.id().equals(gained.id()))
                .filter(user -> user.id().compareTo(SampleTenant.userId(FOR_GOOD)) > 0)
                .min(Comparator.comparing(user -> Boolean.TRUE.equals(user.accountEnabled())));
    }

    private TenantGroup group(String id) {
        return Objects.requireNonNull(tenant.group(id));
    }
}
