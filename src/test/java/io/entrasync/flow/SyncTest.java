package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphServer;
import io.entrasync.model.Run;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSampleTenantArrivesAndASecondRunPlansNothing(TestDatabase database) throws Exception {
        SampleTenant sample = new SampleTenant();
        try (GraphServer graph = new GraphServer(sample.tenant());
                Product product =
                        Product.start(database, graph.baseUrl(), Map.of("exempt", SampleTenant.EXEMPT_ADDRESS))) {
            Run first = product.sync();
            assertThat(first.problem()).isNull();
            assertThat(first.status()).isEqualTo(Run.Status.SUCCEEDED);
            System.out.println(first);
            product.rows("select a.id, a.primary_address, a.status, a.display_name from account a")
                    .forEach(System.out::println);
            product.rows("select * from group_effective_member").forEach(System.out::println);
            Run second = product.sync();
            assertThat(second.status()).isEqualTo(Run.Status.NO_CHANGE);
        }
    }
}
