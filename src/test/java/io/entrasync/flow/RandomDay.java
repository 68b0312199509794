package io.entrasync.flow;

import io.entrasync.demo.GraphTenant;
import io.entrasync.demo.MemberType;
import io.entrasync.demo.TenantGroup;
import io.entrasync.demo.TenantUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A day in a company: people join, leave, are renamed and hand on their addresses. */
final class RandomDay {
    private static final int PEOPLE = 12;

    private RandomDay() {}

    /** Changes at least one thing. */
    static void happens(GraphTenant tenant, Random random) {
        rename(tenant, random);
        for (int person = 0; person < PEOPLE; person++) {
            String id = "user-" + person;
            TenantUser user = tenant.user(id);
            int what = random.nextInt(10);
            if (user == null) {
                tenant.putUser(TenantUser.member(id, "Name " + random.nextInt(100), id + "@example.com"));
            } else if (what == 0) {
                tenant.removeUser(id);
            } else if (what == 1) {
                tenant.putUser(user.withAccountEnabled(!Boolean.TRUE.equals(user.accountEnabled())));
            } else if (what < 4) {
                tenant.putUser(user.withDisplayName("Name " + random.nextInt(100)));
            }
        }
        swap(tenant, random);
        for (int group = 0; group < 3; group++) {
            String id = "group-" + group;
            tenant.putGroup(TenantGroup.distribution(id, "Group " + random.nextInt(5), id + "@example.com"));
            tenant.members(id).keySet().stream().toList().forEach(member -> tenant.removeMember(id, member));
            for (int i = 0; i < 3; i++) {
                tenant.addMember(id, "user-" + random.nextInt(PEOPLE), MemberType.USER);
            }
        }
    }

    private static void rename(GraphTenant tenant, Random random) {
        TenantUser keeper = Objects.requireNonNull(tenant.user("keeper"));
        tenant.putUser(keeper.withDisplayName("Keeper " + random.nextLong()));
    }

    /** Some hand all their addresses on in circles of two or three. */
    private static void swap(GraphTenant tenant, Random random) {
        List<TenantUser> some = new ArrayList<>(tenant.users());
        some.removeIf(user -> user.id().equals("keeper"));
        Collections.shuffle(some, random);
        int first = 0;
        while (first + 3 <= some.size()) {
            List<TenantUser> circle = some.subList(first, first + 2 + random.nextInt(2));
            for (int i = 0; i < circle.size(); i++) {
                TenantUser next = circle.get((i + 1) % circle.size());
                tenant.putUser(circle.get(i).withProxyAddresses(Objects.requireNonNull(next.proxyAddresses())));
            }
            first += 3;
        }
    }
}
