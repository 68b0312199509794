package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.GraphTenant;
import io.entrasync.demo.SampleTenant;
import io.entrasync.demo.TenantGroup;
import io.entrasync.demo.TenantUser;
import io.entrasync.explain.Explanation;
import io.entrasync.explain.Explanation.WouldDo;
import io.entrasync.fake.GraphServer;
import io.entrasync.model.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What explain says of an object is what a run plans for it. */
class ExplainTest {
    private static final Map<String, String> NO_LIMITS = Map.of(
            "safeguard.max-removals", "1000000", "safeguard.max-removal-percent", "100", "shared-mailboxes", "true");

    private static final List<Map<String, String>> SETTINGS = List.of(
            Map.of(),
            Map.of("how.add-users", "false"),
            Map.of("how.update-users", "false", "how.remove-deleted-groups", "false"),
            Map.of("how.remove-deleted-users", "false", "how.update-groups", "false"),
            Map.of("what.active-users", "false", "what.microsoft-365-groups", "true"),
            Map.of(
                    "shared-mailboxes",
                    "false",
                    "exempt",
                    "user-3@example.com,user-5@example.com",
                    "how.add-groups",
                    "false"),
            Map.of("filter.exclude", "displayName=Other 1", "filter.exclude-groups", "group-0"),
            Map.of("filter.include", "displayName=Other 2", "filter.include-groups", "group-1"));

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void forTheSampleTenantItAgreesWithTheRunDayAfterDay(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        Map<String, String> settings = new HashMap<>(NO_LIMITS);
        settings.put("exempt", SampleTenant.EXEMPT_ADDRESS);
        try (GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), settings)) {
            for (int day = 0; day < 4; day++) {
                agrees(product, sample.tenant(), "day " + day);
                product.sync();
                sample.change();
                sample.change();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HSQLDB,1",
        "HSQLDB,2",
        "HSQLDB,3",
        "POSTGRESQL,4",
        "POSTGRESQL,5",
        "POSTGRESQL,6",
        "HSQLDB,14",
        "POSTGRESQL,15"
    })
    void forRandomTenantsItAgreesWithTheRun(TestDatabase database, int seed) throws Exception {
        Random random = new Random(seed);
        Map<String, String> settings = new HashMap<>(NO_LIMITS);
        settings.putAll(SETTINGS.get(seed % SETTINGS.size()));
        try (Company company = new Company(database, settings)) {
            for (int round = 0; round < 4; round++) {
                RandomDay.happens(company.tenant(), random);
                for (int person = 0; person < 10; person++) {
                    collide(company.tenant(), random, "other-" + person);
                }
                agrees(company.product, company.tenant(), "seed " + seed + " round " + round);
                company.sync();
            }
        }
    }

    /** Few addresses for many, so that they are fought over; disabled, unlicensed, shared, nameless. */
    private static void collide(GraphTenant tenant, Random random, String id) {
        if (random.nextInt(6) == 0) {
            tenant.removeUser(id);
            return;
        }
        List<String> proxies = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            proxies.add("SMTP:" + address(random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            proxies.add("smtp:" + address(random));
        }
        boolean enabled = random.nextInt(4) > 0;
        tenant.putUser(TenantUser.member(id, "Other " + random.nextInt(3), "x@example.com")
                .edit()
                .proxyAddresses(proxies)
                .accountEnabled(random.nextInt(12) == 0 ? null : enabled)
                .userType(random.nextInt(10) == 0 ? "Guest" : "Member")
                .userPurpose(enabled || random.nextBoolean() ? "user" : "shared")
                .build());
        if (random.nextInt(3) == 0) {
            tenant.putGroup(TenantGroup.distribution("list-" + id, "List", address(random)));
        } else if (random.nextInt(3) == 0) {
            tenant.removeGroup("list-" + id);
        }
    }

    private static String address(Random random) {
        return "a" + random.nextInt(9) + (random.nextInt(9) == 0 ? "@example.net" : "@example.com");
    }

    /** Plans for review, which refreshes the image and changes nothing else, then explains everybody. */
    private static void agrees(Product product, GraphTenant tenant, String when) {
        Run run = product.sync(Run.Trigger.COMMAND, Run.Mode.REVIEW);
        assertThat(run.problem()).as(when).isNull();
        Map<String, String> planned = new TreeMap<>();
        product.rows("select entra_id, category from plan_item where run_id = " + run.id())
                .forEach(row -> planned.put(row.split(" ", -1)[0], row.split(" ", -1)[1]));
        Map<String, String> reasons = new TreeMap<>();
        product.rows("select entra_id, reason from image_user union all select entra_id, reason from image_group")
                .forEach(row -> reasons.put(row.split(" ", -1)[0], row.split(" ", -1)[1]));
        Set<String> ids = new TreeSet<>(planned.keySet());
        tenant.users().forEach(user -> ids.add(user.id()));
        tenant.groups().forEach(group -> ids.add(group.id()));
        List<String> before = contents(product);
        for (String id : ids) {
            Explanation explanation = explain(product, id);
            String as = when + ": " + id + " " + explanation + " "
                    + product.rows(
                            "select * from plan_item where run_id = " + run.id() + " and entra_id = '" + id + "'");
            assertThat(explanation.wouldDo().name()).as(as).isEqualTo(planned.getOrDefault(id, "NONE"));
            assertThat(explanation.steps())
                    .as(as)
                    .extracting(step -> step.step().name())
                    .containsExactly("IMPORT", "SCOPE", "MATCH", "DECISION");
            assertThat(explanation.reason()).as(as).isNotBlank();
            if (reasons.containsKey(id)) {
                inScope(explanation, reasons.get(id), as);
            }
        }
        assertThat(contents(product)).as(when).isEqualTo(before);
    }

    private static void inScope(Explanation explanation, String reason, String as) {
        Explanation.Step scope = explanation.steps().get(1);
        if (scope.rules().stream().noneMatch(rule -> rule.outcome().contains("functional account"))) {
            assertThat(scope.result()).as(as).isEqualTo(reason.equals("null") ? "IN_SCOPE" : reason);
        }
        assertThat(scope.rules().stream().filter(rule -> rule.outcome().equals(scope.result())))
                .as(as)
                .hasSize(scope.result().equals("IN_SCOPE") ? 0 : 1);
    }

    /** All rows of all tables that anybody could write to. */
    private static List<String> contents(Product product) {
        List<String> all = new ArrayList<>();
        for (String table : List.of(
                "account",
                "mail_group",
                "address",
                "group_member",
                "exemption",
                "deleted_account",
                "audit_event",
                "registered_domain",
                "directory_state",
                "run_lease",
                "sync_run",
                "run_count",
                "image_user",
                "image_group",
                "image_address",
                "image_member",
                "mailbox",
                "mailbox_question",
                "plan_item",
                "plan_address",
                "plan_warning",
                "plan_candidate",
                "removal_candidate")) {
            product.rows("select * from " + table).forEach(row -> all.add(table + " " + row));
        }
        return all;
    }

    static Explanation explain(Product product, String subject) {
        var done = product.camel()
                .createFluentProducerTemplate()
                .to("direct:explain-subject")
                .withExchangeProperty("subject", subject)
                .send();
        assertThat(done.getException()).as(subject).isNull();
        return done.getMessage().getBody(Explanation.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void itSaysWhy(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("tech-contact", "tech@example.com"))) {
            company.user("tech", "tech@example.com");
            company.user("kept", "kept@example.com", "old@example.com");
            company.user("blocked", "blocked@example.com");
            company.user("gone", "gone@example.com");
            company.sync();
            company.change("tech", user -> user.withAccountEnabled(false));
            company.proxies("kept", "SMTP:kept@example.net", "smtp:old@example.com");
            company.product.execute(
                    "update account set status = 'DISABLED', disabled_by = 'OPERATOR' where entra_id = 'blocked'");
            company.delete("gone");
            company.user("guest", "guest@example.com");
            company.change("guest", user -> user.withUserType("Guest"));
            assertThat(why(company, "tech@example.com")).startsWith("DISABLE HELD: ");
            assertThat(why(company, "kept")).startsWith("NONE KEPT: ");
            assertThat(why(company, "BLOCKED@example.com")).startsWith("NONE OPERATOR: ");
            assertThat(why(company, "guest@example.com")).startsWith("NONE GUEST: not brought over");
            Explanation gone = explain(company.product, "gone@example.com");
            assertThat(gone.wouldDo()).isEqualTo(WouldDo.DELETE);
            assertThat(gone.found()).isTrue();
            assertThat(gone.steps().get(0).result()).isEqualTo("NOT_FOUND");
            assertThat(gone.steps().get(0).rules())
                    .anyMatch(rule -> rule.outcome().startsWith("deleted 20"));
            Explanation nobody = explain(company.product, "nobody's+#&@example.com");
            assertThat(nobody.found()).isFalse();
            assertThat(nobody.wouldDo()).isEqualTo(WouldDo.NONE);
            assertThat(nobody.steps().get(0).rules())
                    .extracting(Explanation.Rule::value)
                    .contains(
                            "proxyAddresses/any(x:x eq 'smtp:nobody''s+#&@example.com')",
                            "proxyAddresses/any(x:x eq 'SMTP:nobody''s+#&@example.com')");
            company.user("odd", "nobody's+#&@example.com");
            assertThat(why(company, "nobody's+#&@example.com")).startsWith("ADD In scope");
        }
    }

    private static String why(Company company, String subject) {
        Explanation explanation = explain(company.product, subject.toLowerCase(Locale.ROOT));
        return explanation.wouldDo() + " " + explanation.reason();
    }
}
