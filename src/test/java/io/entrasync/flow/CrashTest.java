package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.model.Run;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process dies at a random statement, again and again, while reading, planning or applying. */
class CrashTest {
    private static final int DEATHS = 90;

    /** A run on this company takes 150 to 350: reading 50, planning 100, and applying the rest. */
    private static final int STATEMENTS = 300;

    private static final Map<String, String> NO_LIMITS =
            Map.of("safeguard.max-removals", "1000000", "safeguard.max-removal-percent", "100");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whereverAProcessDiesNothingIsLostAndNothingComesTwice(TestDatabase database) throws Exception {
        Random random = new Random(7);
        DeadDatabase dead = new DeadDatabase();
        try (Company company = new Company(database, dead::around, NO_LIMITS)) {
            // it would look after the dead run by itself, perhaps at the same moment
            company.product.camel().getRouteController().stopRoute("schedule-sync");
            company.sync();
            int died = 0;
            int applying = 0;
            for (int day = 0; died < DEATHS; day++) {
                // what was removed the days before does not count any more
                company.product.execute("update plan_item set applied_at = null");
                RandomDay.happens(company.tenant(), random);
                DirectoryState before = DirectoryState.of(company.product);
                sync(company, dead, random.nextInt(STATEMENTS));
                if (!dead.isDead()) {
                    continue;
                }
                died++;
                dead.revive();
                DirectoryState then = DirectoryState.of(company.product);
                DirectoryState.assertPrefix(
                        company.product,
                        company.product.rows("select max(id) from sync_run").get(0));
                applying += then.equals(before) ? 0 : 1;
                recover(company);
                then.assertBetween(before, DirectoryState.of(company.product));
                DirectoryState.assertNothingTwice(company.product);
                assertThat(day).as("days that no death fell into").isLessThan(4 * DEATHS);
            }
            assertThat(applying).as("deaths that left a part applied").isGreaterThan(10);
        }
    }

    private static void sync(Company company, DeadDatabase dead, int statements) {
        dead.dieAfter(statements);
        try {
            company.sync();
        } catch (RuntimeException e) {
            assertThat(dead.isDead()).as(String.valueOf(e)).isTrue();
        }
    }

    /** The next process: looks after what was left, and syncs until nothing is to be done. */
    private static void recover(Company company) {
        company.product.execute("update run_lease set heartbeat_at = heartbeat_at - interval '61' second");
        company.product.camel().createProducerTemplate().send("direct:sync-leftovers", exchange -> {});
        Run next = company.sync();
        assertThat(next.problem()).isNull();
        assertThat(next.status())
                .as(company.items(next) + " "
                        + company.product.rows(
                                "select entra_id, error from plan_item where outcome in ('HELD', 'BLOCKED')"))
                .isIn(Run.Status.SUCCEEDED, Run.Status.NO_CHANGE);
        assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        assertThat(company.product.rows("select id from sync_run where status = 'RUNNING'"))
                .isEmpty();
    }
}
