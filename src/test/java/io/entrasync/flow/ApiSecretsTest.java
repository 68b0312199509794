package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.fake.TokenServer;
import io.entrasync.settings.InvalidSettingException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class ApiSecretsTest {
    private static final String SETTINGS = "/api/settings";
    private static final String SECRET = "Qx18Q~v.6sR2mJw_eT0pLhZk3YbN5aCdUfGi9oWx";
    private static final String BODY =
            "{\"entra.client-secret\":\"" + SECRET + "\",\"tech-contact\":\"it@example.com\"}";

    @TempDir
    Path files;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSecretIsKeptEncryptedAndSignsIn(TestDatabase database) throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        try (TokenServer tokens = TokenServer.start()
                        .accept("client", SECRET, "tenant-1", List.of("User.Read.All", "GroupMember.Read.All"));
                ApiService service = new ApiService(database, signIn(tokens, "6b".repeat(32)))) {
            log.start();
            root.addAppender(log);
            Level before = root.getLevel();
            root.setLevel(Level.DEBUG);
            try {
                assertThat(checked(service).at("/problem/code").asText()).isEqualTo("SECRET_WRONG");
                HttpResponse<String> answer = service.put(SETTINGS, BODY);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain(SECRET);
                JsonNode state = service.read(SETTINGS).path("entra.client-secret");
                assertThat(state.path("value").toString()).isEqualTo("{\"set\":true}");
                assertThat(state.path("origin").asText()).isEqualTo("CONSOLE");
                assertThat(checked(service).path("status").asText()).isEqualTo("GREEN");
                assertThat(service.get("/api/audit").body()).doesNotContain(SECRET);
                assertThat(service.delete(SETTINGS + "/entra.client-secret").statusCode())
                        .isEqualTo(204);
                assertThat(checked(service).at("/problem/code").asText()).isEqualTo("SECRET_WRONG");
                service.put(SETTINGS, BODY);
            } finally {
                root.setLevel(before);
                root.detachAppender(log);
            }
            assertThat(everything(service)).hasSizeGreaterThan(10).noneMatch(row -> row.contains(SECRET));
            assertThat(service.rows("select setting_value from setting_override where encrypted"))
                    .singleElement()
                    .asString()
                    .hasSizeGreaterThan(SECRET.length());
        }
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(SECRET));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherKeyLeavesTheConfiguredSecretAndSaysSo(TestDatabase database) throws Exception {
        try (TokenServer tokens = TokenServer.start()
                        .accept("client", "configured", "tenant-1", List.of("User.Read.All", "GroupMember.Read.All"));
                ApiService first = new ApiService(database, signIn(tokens, "6b".repeat(32)))) {
            first.put(SETTINGS, BODY);
            Map<String, String> other = signIn(tokens, "7c".repeat(32));
            other.putAll(first.database());
            other.put("entra.client-secret", "configured");
            try (ApiService later = new ApiService(database, other)) {
                JsonNode state = later.read(SETTINGS).path("entra.client-secret");
                assertThat(state.path("origin").asText()).isEqualTo("CONFIGURATION");
                assertThat(state.path("problem").asText()).contains("decrypted", "settings.key-file");
                assertThat(checked(later).path("status").asText()).isEqualTo("GREEN");
                later.put(SETTINGS, "{\"entra.client-secret\":\"configured\"}");
                assertThat(later.read(SETTINGS)
                                .at("/entra.client-secret/problem")
                                .isNull())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withoutAKeyNothingIsSaved(TestDatabase database) throws Exception {
        try (ApiService service = new ApiService(database)) {
            HttpResponse<String> refused = service.put(SETTINGS, BODY);
            ApiAcceptance.refused(refused, 409, "SECRET_STORE_UNAVAILABLE");
            assertThat(refused.body()).doesNotContain(SECRET).contains("settings.key-file");
            assertThat(service.read(SETTINGS).at("/tech-contact/value").isNull())
                    .isTrue();
            assertThat(service.rows("select setting_key from setting_override")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, names = "HSQLDB")
    void aKeyFileThatIsNoneStopsTheStart(TestDatabase database) throws Exception {
        Path wrong = Files.writeString(files.resolve("wrong"), "too short");
        for (Path file : List.of(wrong, files.resolve("missing"))) {
            assertThatThrownBy(() -> new ApiService(database, Map.of("settings.key-file", file.toString())))
                    .rootCause()
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("entrasync.settings.key-file = " + file)
                    .hasMessageContaining("32 bytes");
        }
    }

    private Map<String, String> signIn(TokenServer tokens, String key) throws Exception {
        Path file = Files.writeString(files.resolve(key.substring(0, 2)), key + "\n");
        return new HashMap<>(Map.of(
                "entra.credential", "client-secret",
                "entra.primary-domain", "example.com",
                "entra.client-id", "client",
                "entra.client-secret", "outdated",
                "entra.authority-host", tokens.authorityHost(),
                "entra.disable-instance-discovery", "true",
                "settings.key-file", file.toString()));
    }

    private static JsonNode checked(ApiService service) throws Exception {
        return ApiService.json(service.post("/api/connection/check", ""));
    }

    /** Each row of each table. */
    private static List<String> everything(ApiService service) {
        List<String> rows = new ArrayList<>();
        String tables = "select table_name from information_schema.tables"
                + " where table_type = 'BASE TABLE' and lower(table_schema) = 'public'";
        service.rows(tables).forEach(table -> rows.addAll(service.rows("select * from \"" + table + "\"")));
        return rows;
    }
}
