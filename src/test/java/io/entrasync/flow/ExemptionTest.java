package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.TenantGroup;
import io.entrasync.model.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exempt is left alone in both directions, and an exemption belongs to an object, not to an address. */
class ExemptionTest {
    private static final Map<String, String> EXEMPT = Map.of("exempt", "x@example.com");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAddressRemembersWhoseItIsAndTheObjectStaysExemptWithAnother(TestDatabase database) throws Exception {
        try (Company company = new Company(database, EXEMPT)) {
            company.user("x", "x@example.com");
            company.sync();
            assertThat(exemptions(company)).containsExactly("x@example.com x");
            company.proxies("x", "SMTP:renamed@example.com", "smtp:x@example.com");
            Run run = company.sync();
            assertThat(Product.skipped(run)).containsExactly(Map.entry("EXEMPT", 1));
            assertThat(company.accounts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSameAddressOnAnotherObjectStaysBlockedAndIsFlagged(TestDatabase database) throws Exception {
        try (Company company = new Company(database, Map.of("exempt", "x@example.com,list@example.com"))) {
            company.user("x", "x@example.com");
            company.group("l", "list@example.com");
            company.sync();
            company.delete("x");
            company.tenant().removeGroup("l");
            company.user("y", "x@example.com");
            company.group("m", "list@example.com");
            Run run = company.sync();
            assertThat(Product.skipped(run)).containsExactly(Map.entry("EXEMPT", 2));
            assertThat(company.accounts()).isEmpty();
            assertThat(flags(company))
                    .containsExactly(
                            "m EXEMPTION_REUSED: the exemption of this address remembers the object l",
                            "y EXEMPTION_REUSED: the exemption of this address remembers the object x");
            assertThat(company.product.rows("select measure, object_type, name, n from run_count where run_id = "
                            + run.id() + " and measure = 'warning'"))
                    .containsExactly("warning GROUP EXEMPTION_REUSED 1", "warning USER EXEMPTION_REUSED 1");
            assertThat(run.counts()).doesNotContainKey("warning");
            assertThat(exemptions(company)).containsExactly("list@example.com l", "x@example.com x");
            company.product.execute("insert into exemption (subject, entra_id, created_by, created_at)"
                    + " values ('y', 'y', 'test', current_timestamp)");
            company.sync();
            assertThat(flags(company)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anExemptAliasIsLeftOutWithAWarningAndTheRestSyncs(TestDatabase database) throws Exception {
        try (Company company = new Company(database, EXEMPT)) {
            company.user("a", "a@example.com", "x@example.com", "other@example.com");
            company.put(TenantGroup.distribution("g", "G", "g@example.com").withAlias("x@example.com"));
            Run run = company.sync();
            assertThat(company.owners())
                    .containsExactly("a@example.com a true", "g@example.com g true", "other@example.com a false");
            assertThat(company.product.rows("select p.entra_id, w.code, w.detail from plan_warning w"
                            + " join plan_item p on p.id = w.item_id where p.run_id = " + run.id()))
                    .containsExactly(
                            "a EXEMPT_ADDRESS x@example.com is exempt and left out.",
                            "g EXEMPT_ADDRESS x@example.com is exempt and left out.");
            assertThat(exemptions(company)).containsExactly("x@example.com null");
            assertThat(company.sync().status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aStoredExemptAliasIsNeitherRemovedNorGivenAway(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("a", "a@example.com", "x@example.com");
            company.sync();
            company.product.execute("insert into exemption (subject, created_by, created_at)"
                    + " values ('x@example.com', 'test', current_timestamp)");
            company.proxies("a", "SMTP:a@example.com");
            company.user("b", "b@example.com", "x@example.com");
            company.user("c", "x@example.com");
            Run run = company.sync();
            assertThat(company.items(run)).containsExactly("b ADD APPLIED");
            assertThat(company.owners())
                    .containsExactly("a@example.com a true", "b@example.com b true", "x@example.com a false");
            company.delete("a");
            company.sync();
            assertThat(company.owners()).contains("x@example.com a false");
        }
    }

    private static List<String> exemptions(Company company) {
        return company.product.rows("select subject, entra_id from exemption");
    }

    private static List<String> flags(Company company) {
        return company.product.rows("select entra_id, detail from image_user where detail is not null"
                + " union all select entra_id, detail from image_group where detail is not null");
    }
}
