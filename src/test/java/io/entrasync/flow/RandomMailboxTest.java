package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantUser;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever way mailboxes, licences, sign-in and filters change, accounts follow, and a second run plans nothing. */
class RandomMailboxTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "shared-mailboxes", "true",
            "filter.exclude", "department=Out",
            "safeguard.max-removals", "1000000",
            "safeguard.max-removal-percent", "100");
    private static final int PEOPLE = 12;
    private static final int ROUNDS = 6;

    static Stream<Arguments> seeds() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> IntStream.range(0, 3).mapToObj(seed -> Arguments.of(database, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void accountsFollowTheirMailboxes(TestDatabase database, int seed) throws Exception {
        Random random = new Random(seed);
        try (Company company = new Company(database, SETTINGS)) {
            for (int round = 0; round < ROUNDS; round++) {
                // another week: what was removed does not count any more, and answers are old
                company.product.execute("update plan_item set applied_at = null");
                company.product.execute("update mailbox set answered_at = timestamp '2020-01-01 00:00:00'");
                IntStream.range(0, PEOPLE).forEach(person -> change(company, random, "user-" + person));
                assertThat(company.sync().problem()).isNull();
                IntStream.range(0, PEOPLE)
                        .mapToObj(person ->
                                Objects.requireNonNull(company.tenant().user("user-" + person)))
                        .forEach(user -> assertThat(account(company, user))
                                .as("round %d: %s", round(company), user)
                                .matches(expected(user)));
                assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
            }
        }
    }

    private static int round(Company company) {
        return company.product.rows("select id from sync_run").size() / 2;
    }

    private static void change(Company company, Random random, String id) {
        if (company.tenant().user(id) != null && random.nextInt(3) > 0) {
            return;
        }
        company.user(id, id + "@example.com");
        company.change(id, user -> user.withAccountEnabled(random.nextBoolean())
                .withDepartment(random.nextInt(4) == 0 ? "Out" : "In")
                .edit()
                .assignedLicenses(random.nextBoolean() ? List.of("sku") : List.of())
                .userPurpose(random.nextBoolean() ? "shared" : "user")
                .build());
    }

    private static String account(Company company, TenantUser user) {
        List<String> rows =
                company.product.rows("select kind, status from account where entra_id = '" + user.id() + "'");
        return rows.isEmpty() ? "none" : rows.get(0);
    }

    /** A pattern: who is filtered keeps the kind he had, and an ordinary user is not asked whether he is shared. */
    private static String expected(TenantUser user) {
        boolean shared = "shared".equals(user.userPurpose());
        boolean enabled = Boolean.TRUE.equals(user.accountEnabled());
        if ("Out".equals(user.department())) {
            return "none|(USER|FUNCTIONAL) DISABLED";
        }
        if (!shared) {
            return enabled ? "USER ACTIVE" : "none|USER DISABLED";
        }
        boolean asked = !enabled || user.assignedLicenses().isEmpty();
        return asked ? "FUNCTIONAL ACTIVE" : "(USER|FUNCTIONAL) ACTIVE";
    }
}
