package io.entrasync.flow;

import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.demo.GraphTenant;
import io.entrasync.demo.MemberType;
import io.entrasync.demo.TenantGroup;
import io.entrasync.demo.TenantOrganization;
import io.entrasync.demo.TenantUser;
import io.entrasync.fake.GraphServer;
import io.entrasync.model.Run;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A tenant that a test fills, Graph in front of it, and the product that reads it. */
final class Company implements AutoCloseable {
    final GraphServer graph;
    final Product product;
    private final GraphTenant tenant;

    Company(TestDatabase database) throws Exception {
        this(database, Map.of());
    }

    Company(TestDatabase database, Map<String, String> settings) throws Exception {
        this(database, UnaryOperator.identity(), settings);
    }

    /** @param around what the product gets in place of the database's pool */
    Company(TestDatabase database, UnaryOperator<DataSource> around, Map<String, String> settings) throws Exception {
        this(database::open, around, settings, Clock.systemUTC());
    }

    Company(
            Supplier<HikariDataSource> database,
            UnaryOperator<DataSource> around,
            Map<String, String> settings,
            Clock clock)
            throws Exception {
        tenant = new GraphTenant(new TenantOrganization("t-1", "Test company", List.of("example.com")));
        graph = new GraphServer(tenant);
        product = Product.start(database, around, graph.baseUrl(), settings, clock);
        // whoever else leaves: the tenant is never empty
        user("keeper", "keeper@example.com");
    }

    /** A member with a mailbox; the object id is made of the name, so that tests can order ids. */
    void user(String id, String primary, String... aliases) {
        TenantUser user = TenantUser.member(id, "Name of " + id, primary);
        for (String alias : aliases) {
            user = user.withAlias(alias);
        }
        tenant.putUser(user);
    }

    void change(String id, UnaryOperator<TenantUser> change) {
        tenant.putUser(change.apply(Objects.requireNonNull(tenant.user(id))));
    }

    void proxies(String id, String... proxyAddresses) {
        change(id, user -> user.withProxyAddresses(List.of(proxyAddresses)));
    }

    void delete(String id) {
        tenant.removeUser(id);
    }

    void group(String id, String primary, String... members) {
        put(TenantGroup.distribution(id, "Group " + id, primary), members);
    }

    void put(TenantGroup group, String... members) {
        tenant.putGroup(group);
        for (String member : members) {
            tenant.addMember(group.id(), member, tenant.user(member) == null ? MemberType.GROUP : MemberType.USER);
        }
    }

    GraphTenant tenant() {
        return tenant;
    }

    Run sync() {
        return product.sync();
    }

    /** Who owns which address: {@code id address primary}, in order of the addresses. */
    List<String> owners() {
        return product.rows("select d.address, coalesce(a.entra_id, g.entra_id, 'LOCAL') as owner, d.is_primary"
                + " from address d left join account a on a.id = d.account_id left join mail_group g on g.id = d.group_id"
                + " where d.address not like 'keeper%'");
    }

    List<String> accounts() {
        return product.rows("select coalesce(entra_id, 'none') as i, status, primary_address from account"
                + " where primary_address is null or primary_address not like 'keeper%'");
    }

    List<String> items(Run run) {
        return product.rows("select entra_id, category, outcome from plan_item where run_id = " + run.id());
    }

    @Override
    public void close() {
        product.close();
        graph.close();
    }
}
