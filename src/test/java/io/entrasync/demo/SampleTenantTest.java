package io.entrasync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleTenantTest {
    private final SampleTenant sample = new SampleTenant();
    private final GraphTenant tenant = sample.tenant();

    @Test
    void everyReasonToStayOutIsMet() {
        Set<String> primaries = new HashSet<>();
        Map<String, Long> reasons = tenant.users().stream()
                .collect(Collectors.groupingBy(user -> reason(user, primaries), Collectors.counting()));
        assertThat(reasons)
                .isEqualTo(Map.of(
                        "in", 21L,
                        "EXEMPT", 1L,
                        "GUEST", 2L,
                        "INCOMPLETE_OBJECT", 1L,
                        "SIGN_IN_DISABLED", 9L,
                        "NO_PROXY_ADDRESS", 2L,
                        "NO_PRIMARY_ADDRESS", 1L,
                        "INVALID_ADDRESS", 1L,
                        "UNREGISTERED_DOMAIN", 2L,
                        "ADDRESS_CONFLICT", 1L));
    }

    @Test
    void everyKindOfGroupIsMet() {
        Map<String, Long> reasons = tenant.groups().stream()
                .collect(Collectors.groupingBy(SampleTenantTest::reason, Collectors.counting()));
        assertThat(reasons)
                .isEqualTo(Map.of(
                        "in", 9L,
                        "NOT_SELECTED", 3L,
                        "DYNAMIC_MEMBERSHIP", 1L,
                        "NO_PROXY_ADDRESS", 1L,
                        "UNREGISTERED_DOMAIN", 1L));
    }

    @Test
    void sharedMailboxesAndRoomsAreMarkedByTheirPurposeOnly() {
        assertThat(tenant.users().stream()
                        .filter(user -> user.userPurpose() != null
                                && !user.userPurpose().equals("user"))
                        .filter(user -> Boolean.FALSE.equals(user.accountEnabled())))
                .hasSize(7);
    }

    @Test
    void membersExistAndAreOfEveryType() {
        Set<MemberType> types = new HashSet<>();
        for (TenantGroup group : tenant.groups()) {
            tenant.members(group.id()).forEach((id, type) -> {
                types.add(type);
                assertThat(type != MemberType.USER || tenant.user(id) != null).isTrue();
                assertThat(type != MemberType.GROUP || tenant.group(id) != null).isTrue();
            });
        }
        assertThat(types).containsExactlyInAnyOrder(MemberType.values());
    }

    @Test
    void theFirstChangeHasSomethingOfEverything() {
        Map<String, TenantUser> before = usersById();
        List<String> said = sample.change();
        Map<String, TenantUser> after = usersById();
        TenantUser leaver = Objects.requireNonNull(after.get(SampleTenant.userId(5)));
        assertThat(after.keySet()).anyMatch(id -> !before.containsKey(id));
        assertThat(before.keySet()).filteredOn(id -> !after.containsKey(id)).containsExactly(SampleTenant.userId(20));
        assertThat(leaver.accountEnabled()).isFalse();
        assertThat(leaver.aliases()).doesNotContain("fairs@example.com");
        assertThat(after.get(SampleTenant.userId(4)).aliases()).contains("fairs@example.com");
        assertThat(after.get(SampleTenant.userId(7)).primaryAddress()).isEqualTo("hana.bergmann@example.com");
        assertThat(after.get(SampleTenant.userId(7)).aliases()).contains("hana.dvorakova@example.com");
        assertThat(tenant.members(SampleTenant.groupId(2))).doesNotContainKey(leaver.id());
        assertThat(said).hasSize(6).allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void lifeGoesOnWithoutEnd() {
        Set<String> all = new HashSet<>();
        for (int round = 0; round < 200; round++) {
            List<String> said = sample.change();
            assertThat(said).isNotEmpty();
            all.addAll(said);
        }
        assertThat(all).hasSizeGreaterThan(700);
        assertThat(tenant.users()).hasSizeGreaterThan(41);
        assertThat(tenant.groups()).hasSizeBetween(15, 17);
    }

    @Test
    void onlyTheOneConflictIsThereHoweverMuchChanges() {
        for (int round = 0; round < 50; round++) {
            assertThat(addressesOfTwo()).containsExactly("daniel.frey@example.com");
            sample.change();
        }
    }

    private Set<String> addressesOfTwo() {
        Set<String> all = new HashSet<>();
        return Stream.concat(
                        tenant.users().stream().map(TenantUser::proxyAddresses),
                        tenant.groups().stream().map(TenantGroup::proxyAddresses))
                .flatMap(entries -> entries.stream()
                        .map(entry -> entry.toLowerCase(Locale.ROOT).replace(" ", ""))
                        .filter(entry -> entry.startsWith("smtp:"))
                        .map(entry -> entry.substring("smtp:".length()))
                        .distinct())
                .filter(address -> !all.add(address))
                .collect(Collectors.toSet());
    }

    private Map<String, TenantUser> usersById() {
        return tenant.users().stream().collect(Collectors.toMap(TenantUser::id, Function.identity()));
    }

    private static String reason(TenantUser user, Set<String> primaries) {
        String primary = user.primaryAddress();
        if (SampleTenant.EXEMPT_ADDRESS.equals(primary)) {
            return "EXEMPT";
        } else if ("Guest".equals(user.userType())) {
            return "GUEST";
        } else if (user.accountEnabled() == null) {
            return "INCOMPLETE_OBJECT";
        } else if (!user.accountEnabled()) {
            return "SIGN_IN_DISABLED";
        }
        String reason = reason(primary, !user.aliases().isEmpty());
        return reason.equals("in") && !primaries.add(primary) ? "ADDRESS_CONFLICT" : reason;
    }

    private static String reason(TenantGroup group) {
        if (group.groupTypes().contains("Unified")) {
            return "NOT_SELECTED";
        } else if (group.membershipRule() != null) {
            return "DYNAMIC_MEMBERSHIP";
        }
        return group.mailEnabled() ? reason(group.primaryAddress(), false) : "in";
    }

    private static String reason(String primary, boolean aliases) {
        if (primary == null) {
            return aliases ? "NO_PRIMARY_ADDRESS" : "NO_PROXY_ADDRESS";
        } else if (primary.contains(" ")) {
            return "INVALID_ADDRESS";
        }
        String domain = primary.substring(primary.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return SampleTenant.REGISTERED_DOMAINS.contains(domain) ? "in" : "UNREGISTERED_DOMAIN";
    }
}
