package io.entrasync.flow;

import static io.entrasync.fake.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantGroup;
import io.entrasync.fake.GraphServer;
import io.entrasync.fake.RequestMatch;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Complete or nothing: whatever Graph does, a read that lacks anything changes neither image nor directory. */
class ReadTest {
    private static final Map<String, String> SMALL_PAGES = Map.of("graph.page-size", "10", "graph.max-attempts", "3");

    record Fault(String name, ProblemCode code, Consumer<GraphServer> script) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> faults() {
        List<Fault> faults = List.of(
                new Fault("page 7 of the users answers 503 for ever", ProblemCode.READ_INCOMPLETE, graph -> graph.when(
                                path("/users").page(7))
                        .answer(503)),
                new Fault("page 7 breaks off in the middle", ProblemCode.READ_INCOMPLETE, graph -> graph.when(
                                path("/users").page(7))
                        .cutBody()),
                new Fault("page 2 of the groups answers 500 for ever", ProblemCode.READ_INCOMPLETE, graph -> graph.when(
                                path("/groups").page(2))
                        .answer(500)),
                new Fault("the list of users is empty", ProblemCode.EMPTY_SOURCE, graph -> graph.when(path("/users"))
                        .emptyList()),
                new Fault("a link leads to itself", ProblemCode.READ_INCOMPLETE, graph -> graph.when(
                                path("/users").page(3))
                        .linkToItself()),
                new Fault("a link leads back", ProblemCode.READ_INCOMPLETE, graph -> graph.when(
                                path("/users").page(3))
                        .linkToFirstPage()),
                new Fault("a link leads to another host", ProblemCode.READ_INCOMPLETE, graph -> graph.when(
                                path("/users").page(3))
                        .linkTo("http://127.0.0.2:1/v1.0")),
                new Fault("the page token is lost for ever", ProblemCode.READ_INCOMPLETE, graph -> graph.when(
                                path("/users").page(3))
                        .expirePageToken()),
                new Fault("members are throttled for ever", ProblemCode.READ_INCOMPLETE, graph -> graph.whenInBatch(
                                path("/groups/*/members"))
                        .answer(503)),
                new Fault(
                        "the permission is missing", ProblemCode.PERMISSION_MISSING, graph -> graph.when(path("/users"))
                                .answer(403, "Authorization_RequestDenied", Map.of())),
                new Fault("the token is refused", ProblemCode.SIGN_IN_FAILED, graph -> graph.expectToken("another")));
        return Stream.of(TestDatabase.values())
                .flatMap(database -> faults.stream().map(fault -> Arguments.of(database, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void anIncompleteReadChangesNothing(TestDatabase database, Fault fault) throws Exception {
        try (Company company = new Company(database, SMALL_PAGES)) {
            fill(company);
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            List<String> directory = directory(company);
            List<String> image = image(company);
            company.delete("user-01");
            company.proxies("user-02", "SMTP:changed@example.com");

            fault.script().accept(company.graph);
            Run failed = company.sync();

            assertThat(failed.status()).isEqualTo(Run.Status.FAILED);
            assertThat(failed.problem().code()).isEqualTo(fault.code());
            assertThat(directory(company)).isEqualTo(directory);
            assertThat(image(company)).isEqualTo(image);

            company.graph.clearFaults();
            company.graph.expectToken(null);
            Run next = company.sync();
            assertThat(next.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.items(next)).contains("user-01 DELETE APPLIED", "user-02 UPDATE APPLIED");
        }
    }

    static Stream<Arguments> hiccups() {
        List<Fault> faults = List.of(
                new Fault(
                        "throttled twice",
                        ProblemCode.INTERNAL,
                        graph -> graph.when(path("/users").page(2)).times(2).throttle(1)),
                new Fault("503 once on each page", ProblemCode.INTERNAL, graph -> graph.when(path("/users"))
                        .timesEach(1)
                        .answer(503)),
                new Fault(
                        "cut once",
                        ProblemCode.INTERNAL,
                        graph -> graph.when(path("/users").page(4)).times(1).cutBody()),
                new Fault(
                        "page token lost once",
                        ProblemCode.INTERNAL,
                        graph -> graph.when(path("/users").page(4)).times(1).expirePageToken()),
                new Fault(
                        "page token of the groups lost once",
                        ProblemCode.INTERNAL,
                        graph -> graph.when(path("/groups").page(2)).times(1).expirePageToken()),
                new Fault(
                        "an empty page in between",
                        ProblemCode.INTERNAL,
                        graph -> graph.when(path("/users").page(2)).times(1).emptyPageBefore()),
                new Fault("each group's members throttled once", ProblemCode.INTERNAL, graph -> graph.whenInBatch(
                                path("/groups/*/members"))
                        .timesEach(1)
                        .throttle(1)),
                new Fault("a user comes twice", ProblemCode.INTERNAL, graph -> graph.when(
                                path("/users").page(2))
                        .repeatFirstEntry()));
        return Stream.of(TestDatabase.values())
                .flatMap(database -> faults.stream().map(fault -> Arguments.of(database, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hiccups")
    void aHiccupIsOvercome(TestDatabase database, Fault fault) throws Exception {
        try (Company company = new Company(database, SMALL_PAGES)) {
            fill(company);
            fault.script().accept(company.graph);
            Run run = company.sync();
            assertThat(run.problem()).isNull();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product.rows("select count(*) from account")).containsExactly("81");
            assertThat(company.product.rows("select count(*) from mail_group")).containsExactly("25");
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("25");
            company.graph.clearFaults();
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDuplicateIsCountedAndTheLastOneWins(TestDatabase database) throws Exception {
        try (Company company = new Company(database, SMALL_PAGES)) {
            fill(company);
            company.graph.when(path("/users").page(2)).repeatFirstEntry();
            Run run = company.sync();
            assertThat(run.counts().get("read").toString())
                    .contains("duplicates=1")
                    .contains("users=82");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aLargeGroupArrivesWhole(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            for (int i = 0; i < 2_500; i++) {
                company.user("u%04d".formatted(i), "u%04d@example.com".formatted(i));
            }
            company.put(
                    TenantGroup.security("all", "All"),
                    Stream.iterate(0, i -> i + 1)
                            .limit(2_500)
                            .map(i -> "u%04d".formatted(i))
                            .toArray(String[]::new));
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("2500");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void hiddenAndVanishedMembershipsStayAsTheyAre(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com");
            company.put(TenantGroup.security("hidden", "Hidden"), "a");
            company.put(TenantGroup.security("refused", "Refused"), "a");
            company.put(TenantGroup.security("vanished", "Vanished"), "a");
            company.sync();
            company.put(TenantGroup.security("hidden", "Hidden").withVisibility("HiddenMembership"));
            company.graph.whenInBatch(path("/groups/refused/members")).answer(403);
            company.graph
                    .whenInBatch(path("/groups/vanished/members"))
                    .answer(404, "Request_ResourceNotFound", Map.of());
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(company.product.rows("select count(*) from group_member"))
                    .containsExactly("3");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void requestsAreFewAndBounded(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            for (int i = 0; i < 200; i++) {
                company.put(TenantGroup.security("g%03d".formatted(i), "Group"));
            }
            company.graph.latency(Duration.ofMillis(50));
            Run run = company.sync();
            assertThat(run.counts().get("graphRequests")).isEqualTo(1 + 1 + 10);
            assertThat(company.graph.requests(RequestMatch.path("/users")))
                    .allSatisfy(request ->
                            assertThat(request.target()).contains("$select=").contains("$top=999"));
            assertThat(company.graph.mostInFlight()).isBetween(2, 4);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void oneRequestAtATimeIsEnough(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("graph.max-concurrency", "1"))) {
            for (int i = 0; i < 100; i++) {
                company.put(TenantGroup.security("g%03d".formatted(i), "Group"), "keeper");
            }
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.graph.mostInFlight()).isEqualTo(1);
        }
    }

    private static void fill(Company company) {
        for (int i = 1; i <= 80; i++) {
            company.user("user-%02d".formatted(i), "user-%02d@example.com".formatted(i));
        }
        for (int i = 1; i <= 25; i++) {
            company.put(TenantGroup.security("group-%02d".formatted(i), "Group " + i), "user-%02d".formatted(i + 20));
        }
    }

    private static List<String> directory(Company company) {
        List<String> rows = company.product.rows("select entra_id, status, primary_address, version from account");
        rows.addAll(company.product.rows("select entra_id, display_name, version from mail_group"));
        rows.addAll(company.product.rows("select address, is_primary from address"));
        rows.addAll(company.product.rows("select group_id, account_id from group_member"));
        return rows;
    }

    private static List<String> image(Company company) {
        String current = " where generation = (select image_generation from directory_state)";
        List<String> rows = company.product.rows("select entra_id, primary_address, reason from image_user" + current);
        rows.addAll(company.product.rows("select entra_id, kind, members from image_group" + current));
        rows.addAll(company.product.rows("select group_entra_id, member_entra_id from image_member" + current));
        return rows;
    }
}
