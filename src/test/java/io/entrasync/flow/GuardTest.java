package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More removals than the safeguards allow wait, and everything else goes on. */
class GuardTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void massRemovalIsHeldAndAdditionsAreApplied(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            people(company, 20);
            company.sync();
            for (int i = 0; i < 18; i++) {
                company.delete("user-" + i);
            }
            company.user("joiner", "joiner@example.com");
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.HELD);
            assertThat(run.heldItems()).isEqualTo(18);
            assertThat(company.items(run)).contains("joiner ADD APPLIED");
            assertThat(company.product.rows("select count(*) from account where status = 'ACTIVE'"))
                    .containsExactly("22");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void disablingAndLostAliasesCountToo(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("safeguard.max-removals", "2"))) {
            people(company, 3);
            company.user("rich", "rich@example.com", "alias@example.com");
            company.sync();
            company.change("user-0", user -> user.withAccountEnabled(false));
            company.proxies("user-1");
            company.change("rich", user -> user.withoutAlias("alias@example.com"));
            Run run = company.sync();
            assertThat(company.items(run))
                    .containsExactly("rich UPDATE HELD", "user-0 DISABLE HELD", "user-1 DISABLE HELD");
            assertThat(company.owners()).contains("alias@example.com rich false");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void removalsOfOneDayAddUp(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("safeguard.max-removals", "2"))) {
            people(company, 4);
            company.sync();
            for (String id : List.of("user-0", "user-1", "user-2")) {
                company.delete(id);
                company.sync();
            }
            assertThat(company.product.rows("select entra_id, outcome from plan_item where category = 'DELETE'"))
                    .containsExactly("user-0 APPLIED", "user-1 APPLIED", "user-2 HELD");
        }
    }

    private static void people(Company company, int number) {
        for (int i = 0; i < number; i++) {
            company.user("user-" + i, "user-" + i + "@example.com");
        }
    }
}
