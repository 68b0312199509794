package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.model.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's folder of route files. */
class RouteFilesTest {
    @Test
    void aFileInTheFolderReplacesTheBuiltInOneOfItsName(@TempDir Path folder) throws Exception {
        String builtIn = Files.readString(Path.of("routes/users.camel.xml"));
        String step = "<bean ref=\"scoping\" method=\"user(${exchangeProperty.scope}, ${body})\"/>";
        assertThat(builtIn).contains(step);
        Files.writeString(
                folder.resolve("users.camel.xml"), builtIn.replace(step, "<to uri=\"mock:decided\"/>" + step));
        try (Company company = new Company(TestDatabase.HSQLDB, Map.of("routes.location", folder.toString()))) {
            company.user("a", "a@example.com");
            assertThat(company.sync().status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(company.product
                            .camel()
                            .getEndpoint("mock:decided", org.apache.camel.component.mock.MockEndpoint.class)
                            .getReceivedCounter())
                    .isEqualTo(2);
        }
    }

    @Test
    void aFileThatDoesNotLoadStopsTheStartWithFileAndLine(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("extra.camel.xml"),
                "<camel xmlns=\"http://camel.apache.org/schema/xml-io\">\n  <route id=\"extra-one\">\n    <form uri=\"direct:x\"/>\n"
                        + "  </route>\n</camel>\n");
        assertThatThrownBy(() -> new Company(TestDatabase.HSQLDB, Map.of("routes.location", folder.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("extra.camel.xml")
                .hasMessageContaining("line 3");
    }

    @Test
    void anEmptyFolderStopsTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> new Company(TestDatabase.HSQLDB, Map.of("routes.location", folder.toString())))
                .hasMessageContaining("entrasync.routes.location")
                .hasMessageContaining(folder.toString());
    }
}
