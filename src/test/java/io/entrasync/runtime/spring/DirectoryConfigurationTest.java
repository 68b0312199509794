package io.entrasync.runtime.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.settings.Key;
import io.entrasync.settings.SettingKeys;
import io.entrasync.settings.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DirectoryConfigurationTest {
    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void theEnvironmentGivesSettings() {
        fromEnvironment(Map.of(
                "ENTRASYNC_ENTRA_CLIENT_ID", "app-1",
                "ENTRASYNC_WHAT_MICROSOFT_365_GROUPS", "true",
                "ENTRASYNC_NEW_USER_ROLE", "silent-user",
                "ENTRASYNC_DOMAINS", "a.example,b.example"));

        Settings settings = settings();

        assertThat(settings.entra().clientId()).isEqualTo("app-1");
        assertThat(settings.what().microsoft365Groups()).isTrue();
        assertThat(settings.directory().newUserRole()).isEqualTo(Settings.NewUserRole.SILENT_USER);
        assertThat(settings.directory().domains()).containsExactly("a.example", "b.example");
    }

    @Test
    void everyKeyHasAFormInTheEnvironment() {
        Map<String, Object> values = new HashMap<>();
        for (Key<?> key : SettingKeys.KEYS) {
            values.put("ENTRASYNC_" + key.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), "x");
        }
        fromEnvironment(values);

        var binder = org.springframework.boot.context.properties.bind.Binder.get(environment);
        SettingKeys.KEYS.forEach(key -> assertThat(
                        binder.bind("entrasync." + key.name(), String.class).isBound())
                .as(key.name())
                .isTrue());
    }

    @Test
    void theCommandLineWinsOverEnvironmentAndFiles() {
        fromFile(Map.of("entrasync.entra.client-id", "from the file", "entrasync.graph.page-size", "7"));
        fromEnvironment(Map.of("ENTRASYNC_ENTRA_CLIENT_ID", "from the environment"));
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("--entrasync.entra.client-id=app-1"));

        assertThat(settings().entra().clientId()).isEqualTo("app-1");
        assertThat(settings().graph().pageSize()).isEqualTo(7);
    }

    @Test
    void keysAreTakenFromFilesAndCommandLineForTheSearchForTypingErrors() {
        fromFile(Map.of("entrasync.when.frequncy", "1h", "entrasync.domains[0]", "a.example", "server.port", "1"));
        fromEnvironment(Map.of("ENTRASYNC_WHAT_DYNAMIC_GROUPS", "true"));

        assertThat(ConfiguredKeys.of(environment)).containsExactlyInAnyOrder("when.frequncy", "domains");
    }

    private Settings settings() {
        ConfigurationPropertySources.attach(environment);
        return new DirectoryConfiguration().configured(environment).settings();
    }

    private void fromFile(Map<String, Object> values) {
        environment.getPropertySources().addLast(new MapPropertySource("file", values));
    }

    private void fromEnvironment(Map<String, Object> values) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, values));
    }
}
