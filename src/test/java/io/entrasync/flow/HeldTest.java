package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.model.ItemChoice;
import io.entrasync.model.PlanItem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.store.ApprovalStore;
import io.entrasync.store.ChoiceStore;
import io.entrasync.store.DomainStore;
import io.entrasync.store.ExemptionStore;
import io.entrasync.store.RunEnd;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the safeguards hold, for how long, and what approval, rejection and exemption make of it. */
class HeldTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void approvalOfAVanishedMajorityDeletesExactlyThem(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.delete(id));
            assertThat(items(company, held)).containsEntry("DELETE HELD", 18L).containsEntry("ADD APPLIED", 1L);
            assertThat(held.expiresAt()).isAfter(held.finishedAt().plusSeconds(6 * 86_400));
            // leaves after the approver has looked
            company.delete("user-19");
            Run done = company.product.approve(held);
            assertThat(done.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(done.heldItems()).isZero();
            assertThat(company.accounts())
                    .containsExactly(
                            "joiner ACTIVE joiner@example.com",
                            "user-18 ACTIVE user-18@example.com",
                            "user-19 ACTIVE user-19@example.com");
            assertThat(company.product.rows("select actor, action from audit_event"))
                    .containsExactly("test HELD_APPROVED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoVanishesAgainAfterAnApprovalIsHeldAgain(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.product.approve(vanished(company, (it, id) -> it.delete(id)));
            company.delete("user-18");
            // what was approved does not count against the limits
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            for (int i = 0; i < 5; i++) {
                company.user("new-" + i, "new-" + i + "@example.com");
            }
            company.sync();
            for (int i = 0; i < 5; i++) {
                company.delete("new-" + i);
            }
            assertThat(company.sync().heldItems()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aMajorityWithoutProxyAddressesIsHeldAndApproved(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.proxies(id));
            assertThat(items(company, held)).containsEntry("DISABLE HELD", 18L).containsEntry("ADD APPLIED", 1L);
            assertThat(active(company)).isEqualTo(22);
            assertThat(company.product.approve(held).status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(active(company)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDisabledMajorityIsHeldAndStaysWhenRejected(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.change(id, user -> user.withAccountEnabled(false)));
            company.product.bean(ApprovalStore.class).reject(Long.parseLong(held.id()), "test");
            Run rejected = company.product.run(held);
            assertThat(rejected.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(items(company, rejected)).containsEntry("DISABLE REJECTED", 18L);
            assertThat(active(company)).isEqualTo(22);
            refused(company, held, ProblemCode.WRONG_STATE);
            assertThat(company.sync().heldItems()).isEqualTo(18);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void heldItemsAreCarriedIntoTheNewestRunWithTheirDate(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run first = vanished(company, (it, id) -> it.delete(id));
            company.product.execute(
                    "update plan_item set held_since = timestamp '2026-01-01 00:00:00' where held_since is not null");
            // so few that no limit would hold them
            for (int i = 0; i < 16; i++) {
                company.user("user-" + i, "user-" + i + "@example.com");
            }
            Run second = company.sync();
            assertThat(items(company, second)).containsExactly(Map.entry("DELETE HELD", 2L));
            assertThat(company.product.rows("select distinct held_since from plan_item where run_id = " + second.id()))
                    .singleElement()
                    .asString()
                    .contains("2026-01-01");
            assertThat(company.product.run(first).heldItems()).isZero();
            refused(company, first, ProblemCode.WRONG_STATE);
            refused(company, second, ProblemCode.PLAN_EXPIRED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void heldItemsExpireAfterSevenDaysAndAreJudgedAnew(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.delete(id));
            company.product.execute(
                    "update plan_item set held_since = held_since - interval '8' day where held_since is not null");
            company.product.execute("update sync_run set expires_at = expires_at - interval '8' day where held > 0");
            company.product.bean(RunEnd.class).expire();
            assertThat(items(company, held)).containsEntry("DELETE REJECTED", 18L);
            assertThat(company.product.run(held).status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product.run(held).expiresAt()).isNull();
            assertThat(company.sync().heldItems()).isEqualTo(18);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsBackIsHeldNoMore(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.delete(id));
            people(company, 18);
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(items(company, held)).containsEntry("DELETE STALE", 18L);
            assertThat(company.product.run(held).status()).isEqualTo(Run.Status.PARTIAL);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherHashOrAnExpiredPlanIsNotApproved(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.delete(id));
            long id = Long.parseLong(held.id());
            assertThatThrownBy(() -> company.product.bean(ApprovalStore.class).approve(id, "0000", "test"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PLAN_CHANGED));
            company.product.execute("update sync_run set expires_at = expires_at - interval '8' day where held > 0");
            refused(company, held, ProblemCode.PLAN_EXPIRED);
            assertThat(active(company)).isEqualTo(22);
            assertThat(company.product.rows("select coalesce(holder, 'nobody') as h from run_lease"))
                    .containsExactly("nobody");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsExemptedOutOfTheHeldOnesStays(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.delete(id));
            List<String> ids = company.product.rows(
                    "select id from plan_item where entra_id = 'user-3' and run_id = " + held.id());
            int chosen = company.product
                    .bean(ChoiceStore.class)
                    .choose(
                            Long.parseLong(held.id()),
                            new ItemChoice(List.of(Long.parseLong(ids.get(0))), null, null, null, "Stays until May"),
                            "test");
            assertThat(chosen).isEqualTo(1);
            company.product.bean(ExemptionStore.class).add("user-4@example.com", "on leave", "test");
            refused(company, held, ProblemCode.PLAN_CHANGED);
            Run done = company.product.approve(company.product.run(held));
            assertThat(items(company, done))
                    .containsEntry("DELETE EXEMPTED", 2L)
                    .containsEntry("DELETE APPLIED", 16L);
            assertThat(company.accounts())
                    .contains("user-3 ACTIVE user-3@example.com", "user-4 ACTIVE user-4@example.com");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDeselectedCategoryIsNotApproved(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.delete(id));
            company.product
                    .bean(ChoiceStore.class)
                    .choose(
                            Long.parseLong(held.id()),
                            new ItemChoice(List.of(), PlanItem.Category.DELETE, false, null, null),
                            "test");
            Run done = company.product.approve(company.product.run(held));
            assertThat(Product.count(done, "deselected", "DELETE", "users")).isEqualTo(18);
            assertThat(active(company)).isEqualTo(22);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoWaitsForAHeldRemovalGoesWithItsApproval(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            people(company, 20);
            company.sync();
            for (int i = 0; i < 18; i++) {
                company.delete("user-" + i);
            }
            // the same mailbox, created anew
            company.user("zoe", "user-0@example.com");
            Run held = company.sync();
            assertThat(company.items(held)).contains("zoe ADD BLOCKED", "user-0 DELETE HELD");
            assertThat(company.owners()).contains("user-0@example.com user-0 true");
            Run done = company.product.approve(held);
            assertThat(company.items(done)).contains("zoe ADD APPLIED", "user-0 DELETE APPLIED");
            assertThat(company.owners()).contains("user-0@example.com zoe true");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatChangedBeforeTheApprovalIsStale(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            Run held = vanished(company, (it, id) -> it.delete(id));
            company.product.execute("update account set version = version + 1 where entra_id = 'user-7'");
            Run done = company.product.approve(held);
            assertThat(done.status()).isEqualTo(Run.Status.PARTIAL);
            assertThat(company.items(done)).contains("user-7 DELETE STALE");
            assertThat(company.accounts()).contains("user-7 ACTIVE user-7@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theFallOfADomainToZeroIsHeld(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("only", "only@example.org");
            company.user("other", "other@example.com");
            company.user("more", "more@example.com");
            company.sync();
            company.delete("only");
            company.delete("other");
            Run held = company.sync();
            assertThat(company.items(held)).containsExactly("only DELETE HELD", "other DELETE HELD");
            assertThat(company.product.rows("select distinct error from plan_item where outcome = 'HELD'"))
                    .containsExactly("A registered domain would be left without any mail flow; held for approval.");
            company.user("successor", "successor@example.org");
            company.product.execute("update sync_run set held = 0");
            assertThat(company.items(company.sync()))
                    .containsExactly("only DELETE APPLIED", "other DELETE APPLIED", "successor ADD APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theLossOfHalfAGroupIsHeldAndTheRestOfItApplied(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            people(company, 8);
            company.group("team", "team@example.com", "user-0", "user-1", "user-2", "user-3");
            company.sync();
            for (String member : List.of("user-0", "user-1", "user-2")) {
                company.tenant().removeMember("team", member);
            }
            company.tenant().addMember("team", "user-7", io.entrasync.demo.MemberType.USER);
            Run held = company.sync();
            assertThat(company.items(held)).containsExactly("team UPDATE APPLIED", "team UPDATE HELD");
            assertThat(members(company)).containsExactly("user-0", "user-1", "user-2", "user-3", "user-7");
            assertThat(company.items(company.sync())).containsExactly("team UPDATE HELD");
            Run newest = company.product.run(held(company));
            assertThat(company.product.approve(newest).status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(members(company)).containsExactly("user-3", "user-7");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void halfAGroupThatIsDeletedItselfIsNotHeld(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            people(company, 40);
            company.group("team", "team@example.com", "user-0", "user-1", "user-2", "user-3");
            company.sync();
            company.delete("user-0");
            company.delete("user-1");
            company.delete("user-2");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(members(company)).containsExactly("user-3");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsNotDeletedStaysAMember(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            people(company, 30);
            company.group("team", "team@example.com", "user-0", "user-28", "user-29");
            company.sync();
            for (int i = 0; i < 18; i++) {
                company.delete("user-" + i);
            }
            Run held = company.sync();
            assertThat(members(company)).containsExactly("user-0", "user-28", "user-29");
            company.product.approve(held);
            assertThat(members(company)).containsExactly("user-28", "user-29");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void administratorsAndTheTechContactAreNeverRemovedUnasked(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("tech-contact", "Contact.Alias@Example.com"))) {
            company.user("admin", "admin@example.com");
            company.user("boss", "boss@example.com");
            company.user("contact", "contact@example.com", "contact.alias@example.com");
            company.user("user", "user@example.com");
            company.sync();
            company.product.execute("update account set role = 'ADMIN' where entra_id in ('admin', 'boss')");
            company.delete("admin");
            company.change("boss", user -> user.withAccountEnabled(false));
            company.proxies("contact");
            company.delete("user");
            company.product.execute("update sync_run set max_removals = 1000, max_removal_percent = 100");
            Run held = company.sync();
            assertThat(company.items(held)).contains("admin DELETE HELD", "boss DISABLE HELD", "contact DISABLE HELD");
            assertThat(
                            company.product.rows(
                                    "select w.code, p.entra_id from plan_warning w join plan_item p on p.id = w.item_id where w.code = 'ADMIN_LEFT'"))
                    .containsExactly("ADMIN_LEFT admin", "ADMIN_LEFT boss", "ADMIN_LEFT contact");
            company.product.approve(held);
            assertThat(company.accounts())
                    .contains("boss DISABLED boss@example.com", "contact DISABLED contact@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatTheRemovalOfADomainInUseCostsIsHeld(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            people(company, 30);
            company.user("moved", "moved@example.org");
            company.sync();
            company.product.bean(DomainStore.class).remove("example.org", true, "test");
            Run held = company.sync();
            assertThat(company.items(held)).containsExactly("moved DISABLE HELD");
            assertThat(company.items(company.sync())).containsExactly("moved DISABLE HELD");
            company.product.approve(company.product.run(held(company)));
            assertThat(company.accounts()).contains("moved DISABLED moved@example.org");
            company.change("user-1", user -> user.withAccountEnabled(false));
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
        }
    }

    /** Twenty people are there, one joins, and eighteen of them vanish in some way. */
    private static Run vanished(Company company, BiConsumer<Company, String> how) throws Exception {
        people(company, 20);
        company.sync();
        for (int i = 0; i < 18; i++) {
            how.accept(company, "user-" + i);
        }
        company.user("joiner", "joiner@example.com");
        Run held = company.sync();
        assertThat(held.status()).isEqualTo(Run.Status.HELD);
        assertThat(held.heldItems()).isEqualTo(18);
        return held;
    }

    private static void people(Company company, int number) {
        for (int i = 0; i < number; i++) {
            company.user("user-" + i, "user-" + i + "@example.com");
        }
    }

    private static Run held(Company company) {
        return company.product.bean(io.entrasync.store.RunQueries.class).list(0, 10).stream()
                .filter(run -> run.heldItems() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Company company, Run run, ProblemCode code) {
        assertThatThrownBy(() -> company.product.approve(run))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static Map<String, Long> items(Company company, Run run) {
        return company.items(run).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        item -> item.substring(item.indexOf(' ') + 1), java.util.stream.Collectors.counting()));
    }

    private static long active(Company company) {
        return Long.parseLong(company.product
                .rows("select count(*) from account where status = 'ACTIVE'")
                .get(0));
    }

    private static List<String> members(Company company) {
        return company.product.rows("select a.entra_id from group_member m join account a on a.id = m.account_id");
    }
}
