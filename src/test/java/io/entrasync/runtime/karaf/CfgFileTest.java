package io.entrasync.runtime.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.settings.InvalidSettingException;
import io.entrasync.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CfgFileTest {
    @Test
    void whatTheFrameworkAddsIsNoSettingOfTheOperator() {
        CfgFile cfg = CfgFile.of(Map.of(
                "service.pid", "io.entrasync",
                "felix.fileinstall.filename", "file:etc/io.entrasync.cfg",
                "component.id", 7L,
                "embedded.target", "(x=y)",
                "graph.page-size", 500));

        assertThat(cfg.texts()).containsOnly(Map.entry("graph.page-size", "500"));
        assertThat(cfg.warnings()).isEmpty();
        assertThat(cfg.configured().settings().graph().pageSize()).isEqualTo(500);
    }

    @Test
    void aTypingErrorIsNamedAsTheFileHasIt() {
        CfgFile cfg = CfgFile.of(Map.of("when.frequncy", "1h", "server.port", "0", "camel.main.name", "mine"));

        assertThat(cfg.warnings())
                .singleElement()
                .asString()
                .contains("when.frequncy", "when.frequency?")
                .doesNotContain("entrasync");
        assertThat(cfg.camel()).containsOnly(Map.entry("camel.main.name", "mine"));
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        for (String port : new String[] {"http", "-1", "65536", "999999"}) {
            CfgFile cfg = CfgFile.of(Map.of("server.port", port));
            assertThatThrownBy(cfg::configured)
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("server.port = " + port);
        }
        assertThat(CfgFile.of(Map.of()).port()).isEqualTo(8080);
    }

    @Test
    void withoutWordsOfTheOperatorItListensLocallyAndKeepsTheDirectoryOutOfKarafsData() {
        Settings settings = CfgFile.of(Map.of()).configured().settings();

        assertThat(CfgFile.of(Map.of()).address()).isEqualTo("127.0.0.1");
        assertThat(settings.database().url())
                .isEqualTo("jdbc:hsqldb:file:" + Path.of(".", "entra-sync", "directory"))
                .doesNotContain("data");
        assertThat(settings.routesLocation()).isEqualTo("classpath:routes");
    }
}
