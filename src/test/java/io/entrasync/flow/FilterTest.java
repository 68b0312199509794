package io.entrasync.flow;

import static io.entrasync.fake.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantGroup;
import io.entrasync.fake.RequestMatch;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator's filters leave out, and that a typing error leaves out nobody. */
class FilterTest {
    private static final RequestMatch MEMBERS = path("/groups/*/transitiveMembers");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneIncludingAttributeSufficesAndExcludingWins(TestDatabase database) throws Exception {
        Map<String, String> filters = Map.of(
                "filter.include", "department=sales, ExtensionAttribute3=Keep",
                "filter.exclude", "jobTitle=Intern");
        try (Company company = new Company(database, filters)) {
            person(company, "sales", "SALES", Map.of());
            person(
                    company,
                    "kept",
                    "Other",
                    Map.of("onPremisesExtensionAttributes", Map.of("extensionAttribute3", "keep")));
            person(company, "intern", "Sales", Map.of("jobTitle", "intern"));
            person(company, "other", "Other", Map.of("jobTitle", "Boss"));
            company.group("g", "g@example.com", "sales", "intern");
            Run run = company.sync();
            assertThat(company.accounts())
                    .containsExactly("kept ACTIVE kept@example.com", "sales ACTIVE sales@example.com");
            assertThat(skipped(company))
                    .containsExactly(
                            "intern FILTERED filter.exclude: jobTitle=Intern",
                            "keeper FILTERED filter.include, filter.include-groups: no entry matches",
                            "other FILTERED filter.include, filter.include-groups: no entry matches");
            assertThat(company.items(run)).contains("g ADD APPLIED");
            assertThat(company.graph.requests(path("/users")).get(0).target())
                    .contains(",assignedLicenses,jobTitle,onPremisesExtensionAttributes&");
            assertThat(company.graph.requests(MEMBERS)).isEmpty();
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void membersOfNestedGroupsAreInAndMembersOfExcludedOnesAreOut(TestDatabase database) throws Exception {
        Map<String, String> filters = Map.of(
                "filter.include-groups", "All staff", "filter.exclude-groups", "OUT", "filter.include", "city=Vienna");
        try (Company company = new Company(database, filters)) {
            for (String id : List.of("direct", "nested", "both", "stranger")) {
                company.user(id, id + "@example.com");
            }
            person(company, "viennese", null, Map.of("city", "vienna"));
            company.put(TenantGroup.security("in", "all STAFF"), "direct");
            company.put(TenantGroup.security("deep", "Deep"), "nested", "both", "in");
            company.put(TenantGroup.security("in", "all STAFF"), "deep");
            company.put(TenantGroup.security("out", "Not these"), "both");
            company.put(TenantGroup.security("outer", "Outer"), "stranger");
            company.put(TenantGroup.security("out", "Not these"), "outer");
            Run run = company.sync();
            assertThat(run.problem()).isNull();
            assertThat(company.accounts())
                    .containsExactly(
                            "direct ACTIVE direct@example.com",
                            "nested ACTIVE nested@example.com",
                            "viennese ACTIVE viennese@example.com");
            assertThat(company.product.rows("select entra_id from mail_group")).containsExactly("deep", "in");
            assertThat(skipped(company))
                    .containsExactly(
                            "both FILTERED filter.exclude-groups: OUT",
                            "keeper FILTERED filter.include, filter.include-groups: no entry matches",
                            "out FILTERED filter.exclude-groups",
                            "outer FILTERED filter.exclude-groups",
                            "stranger FILTERED filter.exclude-groups: OUT");
            assertThat(company.graph.requests(MEMBERS)).hasSize(2).allSatisfy(request -> assertThat(request.target())
                    .contains("$select=id"));
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsFilteredLaterIsDisabledAndComesBack(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("filter.exclude-groups", "leaving"))) {
            company.user("a", "a@example.com");
            company.user("dummy", "dummy@example.com");
            company.put(TenantGroup.distribution("g", "G", "g@example.com"), "a");
            company.put(TenantGroup.security("leaving", "Leaving"), "dummy");
            company.sync();
            company.put(TenantGroup.security("leaving", "Leaving"), "a", "g");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a DISABLE APPLIED", "g DISABLE APPLIED");
            assertThat(company.product.rows("select reason from plan_item where run_id = " + run.id()))
                    .containsExactly("FILTERED", "FILTERED");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
            company.tenant().removeMember("leaving", "a");
            company.tenant().removeMember("leaving", "g");
            assertThat(company.items(company.sync())).containsExactly("a UPDATE APPLIED", "g UPDATE APPLIED");
            assertThat(company.accounts()).containsExactly("a ACTIVE a@example.com");
            assertThat(company.product.rows("select status from mail_group")).containsExactly("ACTIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void safeguardsHoldWhatAFilterWouldRemove(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("filter.exclude", "city=Rome"))) {
            for (int i = 0; i < 8; i++) {
                company.user("user-" + i, "user-" + i + "@example.com");
            }
            company.sync();
            for (int i = 0; i < 8; i++) {
                person(company, "user-" + i, null, Map.of("city", "Rome"));
            }
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.HELD);
            assertThat(run.heldItems()).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void exemptAndGuestComeBeforeFilteredAndTheRestBehind(TestDatabase database) throws Exception {
        Map<String, String> settings = Map.of(
                "filter.exclude", "department=Out",
                "exempt", "exempt@example.com",
                "shared-mailboxes", "true");
        try (Company company = new Company(database, settings)) {
            for (String id : List.of("exempt", "guest", "blocked", "incomplete", "plain")) {
                person(company, id, "Out", Map.of());
            }
            company.change("guest", user -> user.withUserType("Guest"));
            company.change("blocked", user -> user.withAccountEnabled(false)
                    .edit()
                    .userPurpose("shared")
                    .build());
            company.change("incomplete", user -> user.withAccountEnabled(null));
            company.proxies("plain", "SMTP:plain@example.net");
            Run run = company.product.sync(Run.Trigger.MANUAL, Run.Mode.APPLY);
            assertThat(run.problem()).isNull();
            assertThat(Product.skipped(run))
                    .containsExactly(Map.entry("EXEMPT", 1), Map.entry("FILTERED", 3), Map.entry("GUEST", 1));
            assertThat(company.graph.requestsInBatch())
                    .allSatisfy(request -> assertThat(request.path()).contains("keeper"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aKindThatIsNotSelectedIsNotDisabledByAFilter(TestDatabase database) throws Exception {
        Map<String, String> settings = Map.of("filter.exclude-groups", "Team", "what.security-groups", "false");
        try (Company company = new Company(database, settings)) {
            company.put(TenantGroup.security("team", "Team"), "keeper");
            company.product.execute("insert into mail_group (entra_id, kind, status, source, display_name, created_at,"
                    + " updated_at) values ('team', 'SECURITY', 'ACTIVE', 'ENTRA', 'Team', current_timestamp,"
                    + " current_timestamp)");
            company.sync();
            assertThat(company.product.rows("select status from mail_group")).containsExactly("ACTIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void largeGroupsComeInPagesAndALostPageTokenStartsOver(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("filter.include-groups", "big"))) {
            company.put(TenantGroup.security("big", "Big"), "keeper");
            for (int i = 0; i < 1_005; i++) {
                String id = "user-" + i;
                company.user(id, id + "@example.com");
                company.put(TenantGroup.security("big", "Big"), id);
            }
            company.user("stranger", "stranger@example.com");
            company.graph.when(MEMBERS.page(2)).times(1).expirePageToken();
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(Product.skipped(run)).containsExactly(Map.entry("FILTERED", 1));
            assertThat(company.graph.requests(MEMBERS)).hasSize(4);
        }
    }

    record Mistake(String name, String key, String value, String words, Consumer<Company> cause) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> mistakes() {
        Consumer<Company> none = company -> {};
        List<Mistake> mistakes = List.of(
                new Mistake("unknown", "filter.include-groups", "Stuff", "no group has this", none),
                new Mistake("ambiguous", "filter.exclude-groups", "Twice", "2 groups", none),
                new Mistake("empty", "filter.exclude-groups", "Empty", "no members", none),
                new Mistake("hidden", "filter.include-groups", "Secret", "hidden", none),
                new Mistake("hidden inside", "filter.include-groups", "Outer", "hidden", none),
                new Mistake("refused", "filter.include-groups", "Staff", "no members", company -> company.graph
                        .when(MEMBERS)
                        .answer(403)),
                new Mistake("gone meanwhile", "filter.include-groups", "staff", "no members", company -> company.graph
                        .when(MEMBERS)
                        .answer(404)));
        return Stream.of(TestDatabase.values())
                .flatMap(database -> mistakes.stream().map(mistake -> Arguments.of(database, mistake)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void aFilterGroupThatCannotBeUsedFailsTheRunBeforeAnythingIsPlanned(TestDatabase database, Mistake mistake)
            throws Exception {
        try (Company company = new Company(database, Map.of(mistake.key(), mistake.value()))) {
            company.put(TenantGroup.security("staff", "Staff"), "keeper");
            company.put(TenantGroup.security("t1", "Twice"), "keeper");
            company.put(TenantGroup.security("t2", "twice"), "keeper");
            company.put(TenantGroup.security("empty", "Empty"));
            company.put(TenantGroup.security("secret", "Secret").withVisibility("HiddenMembership"), "keeper");
            company.put(TenantGroup.security("outer", "Outer"), "secret");
            mistake.cause().accept(company);
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.FILTER_GROUP_UNKNOWN);
            assertThat(run.problem().detail()).contains(mistake.key(), mistake.value(), mistake.words());
            assertThat(company.items(run)).isEmpty();
            assertThat(company.product.rows("select image_generation from directory_state"))
                    .containsExactly("null");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatGraphCannotAnswerNowIsAnIncompleteRead(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("filter.include-groups", "Staff"))) {
            company.put(TenantGroup.security("staff", "Staff"), "keeper");
            company.graph.when(MEMBERS).answer(503);
            Run run = company.sync();
            assertThat(run.problem().code()).isEqualTo(ProblemCode.READ_INCOMPLETE);
            assertThat(company.items(run)).isEmpty();
        }
    }

    private static void person(Company company, String id, String department, Map<String, Object> more) {
        company.user(id, id + "@example.com");
        company.change(
                id, user -> user.withDepartment(department).edit().more(more).build());
    }

    private static List<String> skipped(Company company) {
        return Stream.of("image_user", "image_group")
                .flatMap(
                        table -> company
                                .product
                                .rows("select entra_id, reason, detail from " + table + " where reason is not null")
                                .stream())
                .sorted()
                .toList();
    }
}
