package io.entrasync.flow;

import static io.entrasync.fake.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.GraphAnswer;
import io.entrasync.fake.RecordedRequest;
import io.entrasync.fake.RequestMatch;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Shared mailboxes, rooms and equipment keep their mail although nobody can sign in. */
class MailboxTest {
    private static final RequestMatch QUESTION = path("/users/*/mailboxSettings/userPurpose");
    private static final Map<String, String> ON = Map.of("shared-mailboxes", "true", "graph.max-attempts", "2");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sharedMailboxesRoomsAndEquipmentAreFunctionalAndBlockedPeopleAreNot(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            blocked(company, "info", "shared");
            blocked(company, "room", "room");
            blocked(company, "van", "equipment");
            blocked(company, "leaver", "user");
            blocked(company, "odd", "somethingNew");
            company.user("open", "open@example.com");
            company.change("open", user -> user.edit().userPurpose("shared").build());
            Run run = company.sync();
            assertThat(kinds(company))
                    .containsExactly(
                            "info FUNCTIONAL ACTIVE",
                            "open FUNCTIONAL ACTIVE",
                            "room FUNCTIONAL ACTIVE",
                            "van FUNCTIONAL ACTIVE");
            assertThat(Product.skipped(run)).containsExactly(Map.entry("SIGN_IN_DISABLED", 2));
            assertThat(asked(company)).doesNotContain("keeper");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoseMailboxBecomesSharedStaysActiveAndBecomesFunctional(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            licensed(company, "a");
            company.sync();
            assertThat(company.graph.requestsInBatch()).isEmpty();
            blocked(company, "a", "shared");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("a UPDATE APPLIED");
            assertThat(company.product.rows("select old_kind, new_kind, old_status, new_status, mail_flow_after"
                            + " from plan_item where run_id = " + run.id()))
                    .containsExactly("USER FUNCTIONAL ACTIVE ACTIVE true");
            assertThat(kinds(company)).containsExactly("a FUNCTIONAL ACTIVE");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theAddressRulesStillDecideOnASharedMailbox(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            blocked(company, "info", "shared");
            company.sync();
            company.proxies("info", "sip:info@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("info DISABLE APPLIED");
            assertThat(company.product.rows("select reason from plan_item where run_id = " + run.id()))
                    .containsExactly("NO_PROXY_ADDRESS");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSharedMailboxInAnUnregisteredDomainIsReportedWithIt(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            company.user("info", "info@example.net");
            company.user("leaver", "leaver@example.edu");
            company.change("info", user -> user.withAccountEnabled(false)
                    .edit()
                    .userPurpose("shared")
                    .build());
            company.change("leaver", user -> user.withAccountEnabled(false));
            company.change("leaver", user -> user.edit().userPurpose("user").build());
            Run run = company.product.sync(Run.Trigger.MANUAL, Run.Mode.REVIEW);
            assertThat(run.problem().domains()).singleElement().satisfies(domain -> assertThat(
                            domain.name() + domain.users())
                    .isEqualTo("example.net1"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void questionsGoTwentyAtATimeAndAnswersAreRemembered(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            for (int i = 0; i < 44; i++) {
                blocked(company, "leaver-" + i, "user");
            }
            blocked(company, "info", "shared");
            company.sync();
            assertThat(company.graph.requests(path("/$batch"))).hasSize(3);
            assertThat(company.graph.requestsInBatch()).hasSize(45);
            company.graph.clearRequests();
            company.sync();
            assertThat(asked(company)).containsExactly("info");
            assertThat(company.graph.requests(path("/$batch"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodyIsDisabledByAnOldAnswer(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            company.user("a", "a@example.com");
            company.change("a", user -> user.edit().userPurpose("user").build());
            company.sync();
            assertThat(kinds(company)).containsExactly("a USER ACTIVE");
            blocked(company, "a", "shared");
            company.graph.clearRequests();
            company.sync();
            assertThat(asked(company)).containsExactly("a");
            assertThat(kinds(company)).containsExactly("a FUNCTIONAL ACTIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsDisabledAndGetsASharedMailboxLaterComesBack(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            licensed(company, "a");
            company.sync();
            company.change("a", user -> user.withAccountEnabled(false)
                    .edit()
                    .userPurpose("user")
                    .build());
            company.sync();
            assertThat(kinds(company)).containsExactly("a USER DISABLED");
            blocked(company, "a", "shared");
            assertThat(company.items(company.sync())).containsExactly("a UPDATE APPLIED");
            assertThat(kinds(company)).containsExactly("a FUNCTIONAL ACTIVE");
            blocked(company, "b", "user");
            company.sync();
            company.change("b", user -> user.edit().userPurpose("shared").build());
            company.product.execute("update mailbox set answered_at = timestamp '2020-01-01 00:00:00'");
            company.sync();
            assertThat(kinds(company)).containsExactly("a FUNCTIONAL ACTIVE", "b FUNCTIONAL ACTIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatASyncMadeFunctionalBecomesAUserAgainAndNothingElse(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            licensed(company, "made");
            blocked(company, "new", "shared");
            licensed(company, "operators");
            company.sync();
            company.product.execute("update account set kind = 'FUNCTIONAL' where entra_id = 'operators'");
            blocked(company, "made", "shared");
            blocked(company, "operators", "shared");
            company.sync();
            assertThat(kinds(company))
                    .containsExactly("made FUNCTIONAL ACTIVE", "new FUNCTIONAL ACTIVE", "operators FUNCTIONAL ACTIVE");
            for (String id : List.of("made", "operators", "new")) {
                company.change(id, user -> user.withAccountEnabled(!id.equals("new"))
                        .edit()
                        .userPurpose("user")
                        .build());
            }
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("made UPDATE APPLIED", "new DISABLE APPLIED");
            assertThat(kinds(company))
                    .containsExactly("made USER ACTIVE", "new USER DISABLED", "operators FUNCTIONAL ACTIVE");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAdministratorsLoginIsNotTakenByASharedMailbox(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            licensed(company, "boss");
            company.sync();
            company.product.execute("update account set role = 'ADMIN' where entra_id = 'boss'");
            blocked(company, "boss", "shared");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(kinds(company)).containsExactly("boss USER ACTIVE");
        }
    }

    static List<Arguments> refusals() {
        return java.util.stream.Stream.of(TestDatabase.values())
                .flatMap(database -> List.of(
                                "403 ErrorAccessDenied",
                                "404 MailboxNotEnabledForRESTAPI",
                                "404 Request_ResourceNotFound",
                                "429 TooManyRequests",
                                "503 serviceNotAvailable",
                                "500 generalException")
                        .stream()
                        .map(answer -> Arguments.of(database, answer)))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void noAnswerChangesNoKindAndFailsNoRun(TestDatabase database, String answer) throws Exception {
        try (Company company = company(database, ON)) {
            blocked(company, "info", "shared");
            licensed(company, "known");
            company.change("known", user -> user.edit()
                    .assignedLicenses(List.of())
                    .userPurpose("user")
                    .build());
            licensed(company, "leaver");
            company.sync();
            String[] parts = answer.split(" ");
            company.graph
                    .whenInBatch(QUESTION)
                    .answer(Integer.parseInt(parts[0]), parts[1], Map.of("Retry-After", "0"));
            blocked(company, "leaver", "shared");
            company.change("known", user -> user.withAccountEnabled(false));
            company.change("info", user -> user.edit().userPurpose("user").build());
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(kinds(company))
                    .containsExactly("info FUNCTIONAL ACTIVE", "known USER DISABLED", "leaver USER DISABLED");
            assertThat(warnings(company)).containsExactly("leaver MAYBE_SHARED_MAILBOX");
            company.graph.clearFaults();
            company.sync();
            assertThat(kinds(company))
                    .containsExactly("info USER DISABLED", "known USER DISABLED", "leaver FUNCTIONAL ACTIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aMissingPermissionIsNotAskedForAgainAndAgain(TestDatabase database) throws Exception {
        Map<String, String> one = Map.of("shared-mailboxes", "true", "graph.max-concurrency", "1");
        try (Company company = company(database, one)) {
            for (int i = 0; i < 60; i++) {
                blocked(company, "leaver-" + i, "user");
            }
            company.graph.whenInBatch(QUESTION).answer(403, "ErrorAccessDenied");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.graph.requests(path("/$batch"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whenGraphItselfIsUnavailableNobodyIsDisabled(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            licensed(company, "leaver");
            company.sync();
            blocked(company, "leaver", "shared");
            company.graph.when(path("/$batch")).answer(503);
            Run run = company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.READ_INCOMPLETE);
            assertThat(kinds(company)).containsExactly("leaver USER ACTIVE");
            company.graph.clearFaults();
            company.sync();
            assertThat(kinds(company)).containsExactly("leaver FUNCTIONAL ACTIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theAnswerMayBeAnObject(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            blocked(company, "info", "user");
            blocked(company, "room", "user");
            company.graph
                    .whenInBatch(path("/users/info/mailboxSettings/userPurpose"))
                    .change(answer -> GraphAnswer.ok("shared"));
            company.graph
                    .whenInBatch(path("/users/room/mailboxSettings/userPurpose"))
                    .change(answer -> GraphAnswer.ok(Map.of("value", Map.of("value", "Room"))));
            company.sync();
            assertThat(kinds(company)).containsExactly("info FUNCTIONAL ACTIVE", "room FUNCTIONAL ACTIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withoutTheFeatureNothingIsAskedAndTheUnlicensedCarryAWarning(TestDatabase database) throws Exception {
        try (Company company = company(database, Map.of())) {
            licensed(company, "leaver");
            licensed(company, "info");
            blocked(company, "room", "room");
            company.sync();
            assertThat(company.product.rows("select detail from image_user where entra_id = 'room'"))
                    .singleElement()
                    .asString()
                    .startsWith("MAYBE_SHARED_MAILBOX");
            company.change("leaver", user -> user.withAccountEnabled(false));
            blocked(company, "info", "shared");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("info DISABLE APPLIED", "leaver DISABLE APPLIED");
            assertThat(warnings(company)).containsExactly("info MAYBE_SHARED_MAILBOX");
            assertThat(company.graph.requestsInBatch()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSharedMailboxAdoptsALocalAccountAndComesBackAsItWas(TestDatabase database) throws Exception {
        try (Company company = company(database, ON)) {
            company.product.execute("insert into account (kind, role, digest, status, source, primary_address,"
                    + " display_name, created_at, updated_at) values ('FUNCTIONAL', 'END_USER', true, 'ACTIVE', 'LOCAL',"
                    + " 'info@example.com', 'Local', current_timestamp, current_timestamp)");
            company.product.execute("insert into address (address, account_id, is_primary, domain)"
                    + " select primary_address, id, true, 'example.com' from account where source = 'LOCAL'");
            blocked(company, "info", "shared");
            blocked(company, "room", "room");
            company.sync();
            assertThat(kinds(company)).containsExactly("info FUNCTIONAL ACTIVE", "room FUNCTIONAL ACTIVE");
            company.delete("info");
            company.delete("room");
            company.sync();
            assertThat(kinds(company)).isEmpty();
            blocked(company, "info", "shared");
            blocked(company, "room", "room");
            company.sync();
            company.change("info", user -> user.edit().userPurpose("user").build());
            company.change("room", user -> user.edit().userPurpose("user").build());
            company.sync();
            assertThat(kinds(company)).containsExactly("info FUNCTIONAL ACTIVE", "room USER DISABLED");
        }
    }

    private static Company company(TestDatabase database, Map<String, String> settings) throws Exception {
        Company company = new Company(database, settings);
        company.change(
                "keeper", user -> user.edit().assignedLicenses(List.of("sku")).build());
        return company;
    }

    private static void licensed(Company company, String id) {
        company.user(id, id + "@example.com");
        company.change(id, user -> user.edit().assignedLicenses(List.of("sku")).build());
    }

    /** A mailbox that nobody signs in to and that has no licence. */
    private static void blocked(Company company, String id, String purpose) {
        company.user(id, id + "@example.com");
        company.change(id, user -> user.withAccountEnabled(false)
                .edit()
                .userPurpose(purpose)
                .build());
    }

    private static List<String> kinds(Company company) {
        return company.product.rows("select entra_id, kind, status from account where entra_id <> 'keeper'");
    }

    private static List<String> warnings(Company company) {
        return company.product.rows("select p.entra_id, w.code from plan_warning w join plan_item p on p.id = w.item_id"
                + " where w.code = 'MAYBE_SHARED_MAILBOX'");
    }

    private static List<String> asked(Company company) {
        return company.graph.requestsInBatch().stream()
                .map(RecordedRequest::path)
                .filter(path -> path.endsWith("/userPurpose"))
                .map(path -> path.split("/")[2])
                .sorted()
                .toList();
    }
}
