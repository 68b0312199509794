package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.store.ExemptionStore;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Once an exemption is lifted, the next run brings the object in line again. */
class LiftedExemptionTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatChangedInEntraWhileExemptIsUpdated(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("x", "x@example.com", "alias@example.com");
            company.user("y", "y@example.com");
            company.sync();
            exempt(company, "x@example.com", "y");
            company.proxies("x", "SMTP:new@example.com", "smtp:x@example.com");
            company.change("y", user -> user.withAccountEnabled(false));
            assertThat(company.items(company.sync())).isEmpty();
            lift(company);
            assertThat(company.items(company.sync())).containsExactly("x UPDATE APPLIED", "y DISABLE APPLIED");
            assertThat(company.accounts()).containsExactly("x ACTIVE new@example.com", "y DISABLED y@example.com");
            assertThat(company.sync().counts().toString()).doesNotContain("\"APPLIED\"");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoLeftEntraWhileExemptIsDeletedWithEvidence(TestDatabase database) throws Exception {
        try (Company company = new Company(database)) {
            company.user("x", "x@example.com");
            company.group("g", "g@example.com");
            company.group("h", "h@example.com");
            company.sync();
            exempt(company, "x@example.com", "g@example.com");
            company.delete("x");
            company.tenant().removeGroup("g");
            assertThat(company.items(company.sync())).isEmpty();
            lift(company);
            var run = company.sync();
            assertThat(company.items(run)).containsExactly("g DELETE APPLIED", "x DELETE APPLIED");
            assertThat(company.product.rows("select evidence from plan_item where run_id = " + run.id()))
                    .containsOnly("NOT_FOUND_BY_ID");
            assertThat(company.product.rows("select actor, action, subject, detail from audit_event"))
                    .containsExactly(
                            "anna EXEMPTION_ADDED g@example.com test",
                            "anna EXEMPTION_ADDED x@example.com test",
                            "berta EXEMPTION_LIFTED g@example.com null",
                            "berta EXEMPTION_LIFTED x@example.com null");
        }
    }

    private static void exempt(Company company, String... subjects) {
        List.of(subjects)
                .forEach(subject -> company.product.bean(ExemptionStore.class).add(subject, "test", "anna"));
    }

    private static void lift(Company company) {
        company.product.rows("select id from exemption").forEach(id -> assertThat(
                        company.product.bean(ExemptionStore.class).remove(Long.parseLong(id), "berta"))
                .isTrue());
    }
}
