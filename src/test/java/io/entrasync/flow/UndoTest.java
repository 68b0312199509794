package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.model.ItemChoice;
import io.entrasync.model.Run;
import io.entrasync.store.ChoiceStore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Undoing what a run has applied. */
class UndoTest {
    private static final Map<String, String> NO_LIMITS =
            Map.of("safeguard.max-removals", "1000000", "safeguard.max-removal-percent", "100");

    static Stream<Arguments> seeds() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> IntStream.range(0, 4).mapToObj(seed -> Arguments.of(database, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void undoingADayRestoresTheDayBefore(TestDatabase database, int seed) throws Exception {
        Random random = new Random(seed);
        try (Company company = new Company(database, NO_LIMITS)) {
            RandomDay.happens(company.tenant(), random);
            company.sync();
            for (int day = 0; day < 4; day++) {
                company.product.execute("update plan_item set applied_at = null");
                List<String> ids = ids(company);
                DirectoryState before = DirectoryState.of(company.product);
                RandomDay.happens(company.tenant(), random);
                Run run = company.sync();
                assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
                DirectoryState after = DirectoryState.of(company.product);
                company.product.execute("update plan_item set applied_at = null");
                Run undo = company.product.undo(run, false);
                String where = "day " + day + ": " + company.items(undo);
                assertThat(undo.status()).as(where).isEqualTo(Run.Status.AWAITING_REVIEW);
                assertThat(undo.undoOf()).isEqualTo(run.id());
                assertThat(DirectoryState.of(company.product)).isEqualTo(after);
                assertThat(company.product.approve(undo).status()).as(where).isEqualTo(Run.Status.SUCCEEDED);
                assertThat(DirectoryState.of(company.product)).as(where).isEqualTo(before);
                assertThat(ids(company)).as("ids, roles and digests").isEqualTo(ids);
                // left to the next run, it comes again
                company.product.execute("update plan_item set applied_at = null");
                assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
                assertThat(DirectoryState.of(company.product)).as(where).isEqualTo(after);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsUndoneIsExemptFromThenOn(TestDatabase database) throws Exception {
        try (Company company = new Company(database, NO_LIMITS)) {
            company.user("gone", "gone@example.com");
            company.user("renamed", "before@example.com");
            company.group("team", "team@example.com", "gone", "renamed");
            company.sync();
            DirectoryState before = DirectoryState.of(company.product);
            company.delete("gone");
            company.proxies("renamed", "SMTP:after@example.com");
            company.user("new", "new@example.com");
            Run run = company.sync();
            Run undone = company.product.approve(company.product.undo(run, true));
            assertThat(undone.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(DirectoryState.of(company.product)).isEqualTo(before);
            assertThat(company.product.rows(
                            "select subject from exemption where reason = 'Run " + run.id() + " was undone'"))
                    .containsExactly("gone", "new", "renamed", "team");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(DirectoryState.of(company.product)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void singleObjectsAreLeftToTheNextRun(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.user("b", "b@example.com");
            company.sync();
            company.change("a", user -> user.withDepartment("Sales"));
            company.change("b", user -> user.withDepartment("Sales"));
            Run undo = company.product.undo(company.sync(), true);
            String item = company.product
                    .rows("select id from plan_item where entra_id = 'a' and run_id = " + undo.id())
                    .get(0);
            company.product
                    .bean(ChoiceStore.class)
                    .choose(
                            Long.parseLong(undo.id()),
                            new ItemChoice(List.of(Long.parseLong(item)), null, null, true, null),
                            "test");
            company.product.approve(company.product.run(undo));
            assertThat(company.product.rows("select subject from exemption")).containsExactly("b");
            assertThat(company.items(company.sync())).containsExactly("a UPDATE APPLIED");
            assertThat(company.product.rows("select entra_id from account where department = 'Sales'"))
                    .containsExactly("a");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatChangedSinceIsStaleAndStays(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.user("b", "b@example.com");
            company.sync();
            company.change("a", user -> user.withDepartment("Sales"));
            company.change("b", user -> user.withDepartment("Sales"));
            Run run = company.sync();
            company.change("a", user -> user.withDepartment("Marketing"));
            company.sync();
            Run undo = company.product.undo(run, true);
            assertThat(company.items(undo)).containsExactly("a UPDATE STALE", "b UPDATE PENDING");
            company.product.execute("update account set version = version + 1 where entra_id = 'b'");
            Run done = company.product.approve(undo);
            assertThat(company.items(done)).containsExactly("a UPDATE STALE", "b UPDATE STALE");
            assertThat(company.product.rows("select entra_id, department from account where department is not null"))
                    .containsExactly("a Marketing", "b Sales");
            assertThat(company.product.rows("select subject from exemption")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAdoptedAccountIsLocalAgain(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.sync();
            company.product.execute(
                    "insert into account (kind, role, digest, status, source, primary_address, display_name,"
                            + " created_at, updated_at) values ('USER', 'SILENT_USER', false, 'ACTIVE', 'LOCAL', 'a@example.com',"
                            + " 'Local', current_timestamp, current_timestamp)");
            company.product.execute(
                    "insert into address (address, account_id, is_primary, domain) select primary_address, id,"
                            + " true, 'example.com' from account where source = 'LOCAL'");
            company.user("a", "a@example.com", "alias@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a UPDATE APPLIED");
            company.product.approve(company.product.undo(run, true));
            assertThat(
                            company.product.rows(
                                    "select source, coalesce(entra_id, 'none') as i, role, display_name from account where primary_address = 'a@example.com'"))
                    .containsExactly("LOCAL none SILENT_USER Local");
            assertThat(company.owners()).containsExactly("a@example.com LOCAL true");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void undoingManyAdditionsIsHeldLikeAnyRemoval(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.sync();
            for (int i = 0; i < 20; i++) {
                company.user("user-" + i, "user-" + i + "@example.com");
            }
            Run run = company.sync();
            Run undo = company.product.undo(run, true);
            assertThat(undo.heldItems()).isEqualTo(20);
            Run applied = company.product.approve(undo);
            assertThat(applied.status()).isEqualTo(Run.Status.HELD);
            assertThat(company.accounts()).hasSize(20);
            assertThat(company.product.approve(applied).status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.accounts()).isEmpty();
        }
    }

    private static List<String> ids(Company company) {
        return company.product.rows(
                "select entra_id, id, role, digest, kind, coalesce(disabled_by, '-') as b from account");
    }
}
