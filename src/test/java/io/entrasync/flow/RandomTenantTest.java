package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantUser;
import io.entrasync.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold whatever happens to a tenant whose people quarrel about few addresses. */
class RandomTenantTest {
    private static final Map<String, String> NO_LIMITS =
            Map.of("safeguard.max-removals", "1000000", "safeguard.max-removal-percent", "100");
    private static final int PEOPLE = 7;
    private static final int ROUNDS = 6;

    static Stream<Arguments> seeds() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> IntStream.range(0, 8).mapToObj(seed -> Arguments.of(database, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void theDirectoryFollowsAndASecondRunPlansNothing(TestDatabase database, int seed) throws Exception {
        Random random = new Random(seed);
        try (Company company = new Company(database, NO_LIMITS)) {
            for (int round = 0; round < ROUNDS; round++) {
                // another day: what was removed before does not count any more
                company.product.execute("update plan_item set applied_at = null");
                IntStream.range(0, PEOPLE).forEach(person -> change(company, random, "user-" + person));
                Run run = company.sync();
                String where = "round " + round + " " + company.items(run);
                assertThat(run.problem()).as(where).isNull();
                assertThat(run.status()).as(where).isIn(Run.Status.SUCCEEDED, Run.Status.NO_CHANGE);
                assertConsistent(company, where);
                Run second = company.sync();
                assertThat(second.status())
                        .as("again after " + where + ": " + company.items(second))
                        .isEqualTo(Run.Status.NO_CHANGE);
            }
        }
    }

    private static void change(Company company, Random random, String id) {
        switch (random.nextInt(8)) {
            case 0 -> company.delete(id);
            case 1, 2 -> {
                /* stays as it is */
            }
            default -> {
                List<String> proxies = new ArrayList<>(List.of("SMTP:" + address(random)));
                IntStream.range(0, random.nextInt(3)).forEach(i -> proxies.add("smtp:" + address(random)));
                company.tenant()
                        .putUser(TenantUser.member(id, id, "x@example.com")
                                .withProxyAddresses(proxies)
                                .withAccountEnabled(random.nextInt(6) > 0));
            }
        }
    }

    private static String address(Random random) {
        return "a" + random.nextInt(8) + (random.nextInt(10) == 0 ? "@example.net" : "@example.com");
    }

    private static void assertConsistent(Company company, String where) {
        assertThat(company.product.rows("select a.entra_id from account a where a.status = 'ACTIVE' and not exists"
                        + " (select 1 from address d where d.account_id = a.id and d.is_primary"
                        + " and d.address = a.primary_address)"))
                .as("active accounts without their primary: " + where)
                .isEmpty();
        assertThat(company.product.rows("select account_id from address where is_primary and account_id is not null"
                        + " group by account_id having count(*) > 1"))
                .as("two primaries: " + where)
                .isEmpty();
        for (String owner : company.owners()) {
            String[] parts = owner.split(" ");
            TenantUser user = company.tenant().user(parts[1]);
            boolean claimed = user != null
                    && Objects.requireNonNull(user.proxyAddresses()).stream()
                            .anyMatch(entry -> entry.endsWith(":" + parts[0]));
            boolean claimedElsewhere = company.tenant().users().stream()
                    .anyMatch(other ->
                            Objects.requireNonNull(other.proxyAddresses()).contains("SMTP:" + parts[0])
                                    && Boolean.TRUE.equals(other.accountEnabled()));
            assertThat(claimed || parts[2].equals("true") || !claimedElsewhere)
                    .as("an alias that Entra does not have, " + owner + ": " + where)
                    .isTrue();
        }
    }
}
