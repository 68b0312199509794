package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.fake.TokenServer;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way: a client secret, a token endpoint over TLS, Graph over HTTP, the directory as the rules say. */
class SignedInSyncTest {
    private static final String TENANT = "7f3a0c11-0000-4000-8000-00000000000a";
    private static final List<String> ROLES = List.of("User.Read.All", "GroupMember.Read.All");
    private static final List<String> DIRECTORY_TABLES =
            List.of("registered_domain", "account", "mail_group", "address", "group_member", "exemption");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSampleTenantArrivesAsTheRulesSayAndASecondRunWritesNothing(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (TokenServer tokens = TokenServer.start().accept("client", "secret-value", TENANT, ROLES);
                GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), settings(tokens))) {
            assertThat(product.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(tokens.tokens()).hasSize(1);
            assertThat(graph.requests()).allSatisfy(request -> assertThat(request.header("Authorization"))
                    .isEqualTo("Bearer " + tokens.tokens().get(0)));
            assertDirectory(product);

            countWrites(database, product);
            Run second = product.sync();
            assertThat(second.status()).isEqualTo(Run.Status.NO_CHANGE);
            assertThat(product.rows("select name from write_log")).isEmpty();

            product.execute("update account set department = 'x' where entra_id = '" + SampleTenant.userId(1) + "'");
            assertThat(product.rows("select name from write_log")).containsExactly("account");
        }
    }

    private static void assertDirectory(Product product) {
        assertThat(product.rows("select status, source, kind, role, digest, count(*) from account"
                        + " group by status, source, kind, role, digest"))
                .containsExactly("ACTIVE ENTRA USER END_USER true 21");
        assertThat(product.rows("select kind, count(*) from mail_group group by kind"))
                .containsExactly("DISTRIBUTION 5", "MAIL_ENABLED_SECURITY 2", "SECURITY 2");
        assertThat(product.rows(
                        "select primary_address, display_name, given_name, surname, department, preferred_language"
                                + " from account where entra_id = '" + SampleTenant.userId(1) + "'"))
                .containsExactly("mina.okafor@example.com Mina Okafor Mina Okafor IT en-GB");
        assertThat(product.rows("select d.address, d.is_primary from address d join account a on a.id = d.account_id"
                        + " where a.entra_id = '" + SampleTenant.userId(1) + "'"))
                .containsExactly(
                        "it@example.com false", "mina.okafor@example.com true", "postmaster@example.com false");
        assertThat(product.rows("select address from address where domain not in ('example.com', 'example.org')"))
                .isEmpty();
        assertThat(product.rows("select count(*) from address where is_primary"))
                .containsExactly("28");
        assertThat(product.rows("select o.entra_id, i.entra_id as nested from group_member m"
                        + " join mail_group o on o.id = m.group_id join mail_group i on i.id = m.nested_group_id"))
                .contains(SampleTenant.groupId(9) + " " + SampleTenant.groupId(8));
        assertThat(product.rows("select tenant_id from directory_state")).containsExactly(TENANT);
    }

    /** Lets the database itself note every row that is written to a directory table. */
    private static void countWrites(TestDatabase database, Product product) {
        product.execute("create table write_log (name varchar(64))");
        if (database == TestDatabase.POSTGRESQL) {
            product.execute("create function note_write() returns trigger as 'begin"
                    + " insert into write_log values (tg_table_name); return null; end' language plpgsql");
        }
        for (String table : DIRECTORY_TABLES) {
            for (String event : List.of("insert", "update", "delete")) {
                String action = database == TestDatabase.POSTGRESQL
                        ? "execute function note_write()"
                        : "insert into write_log values ('" + table + "')";
                product.execute("create trigger " + table + "_" + event + " after " + event + " on " + table
                        + " for each row " + action);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTokenForAnotherTenantChangesNothing(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (TokenServer tokens = TokenServer.start().accept("client", "secret-value", TENANT, ROLES);
                GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), settings(tokens))) {
            product.execute("update directory_state set tenant_id = 'another'");
            Run run = product.sync();
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.TENANT_CHANGED);
            assertThat(graph.requests()).isEmpty();
            assertThat(product.rows("select count(*) from account")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTokenThatGraphRefusesIsRenewedOnce(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (TokenServer tokens = TokenServer.start().accept("client", "secret-value", TENANT, ROLES);
                GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), settings(tokens))) {
            graph.when(io.entrasync.fake.RequestMatch.path("/groups"))
                    .times(1)
                    .answer(401, "InvalidAuthenticationToken", Map.of());
            assertThat(product.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(tokens.tokens()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSecretThatExpiresWhileReadingIsNamed(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (TokenServer tokens = TokenServer.start().accept("client", "secret-value", TENANT, ROLES);
                GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), settings(tokens))) {
            graph.when(io.entrasync.fake.RequestMatch.path("/groups")).change(answer -> {
                tokens.refuse(401, "invalid_client", 7000222, "The provided client secret keys are expired.");
                return new io.entrasync.demo.GraphAnswer(401, Map.of(), Map.of("error", Map.of("code", "expired")));
            });
            Run run = product.sync();
            assertThat(run.status()).isEqualTo(Run.Status.FAILED);
            assertThat(run.problem().code()).isEqualTo(ProblemCode.SECRET_EXPIRED);
            assertThat(product.rows("select count(*) from account")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void mailboxesAreAskedForWhereTheTokenAllowsIt(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        List<String> more = List.of("User.Read.All", "GroupMember.Read.All", "MailboxSettings.Read");
        try (TokenServer tokens = TokenServer.start().accept("client", "secret-value", TENANT, more);
                GraphServer graph = new GraphServer(sample.tenant());
                Product product = Product.start(database, graph.baseUrl(), settings(tokens))) {
            assertThat(product.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(product.rows("select kind, count(*) from account group by kind"))
                    .containsExactly("FUNCTIONAL 7", "USER 21");
            assertThat(product.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    private static Map<String, String> settings(TokenServer tokens) {
        return Map.of(
                "entra.credential", "client-secret",
                "entra.primary-domain", TENANT,
                "entra.client-id", "client",
                "entra.client-secret", "secret-value",
                "entra.authority-host", tokens.authorityHost(),
                "entra.disable-instance-discovery", "true",
                "exempt", SampleTenant.EXEMPT_ADDRESS);
    }
}
