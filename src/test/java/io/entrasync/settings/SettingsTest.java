package io.entrasync.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.settings.Settings.Cloud;
import io.entrasync.settings.Settings.Credential;
import io.entrasync.settings.Settings.NewUserRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    @TempDir
    Path files;

    @Test
    void withoutAnyConfigurationTheConnectionIsOpenAndTheRestHasItsDefault() {
        Settings settings = Settings.read(key -> null);

        assertThat(settings.entra().isConfigured()).isFalse();
        assertThat(settings.entra().credential()).isEqualTo(Credential.AUTO);
        assertThat(settings.entra().authorityHost()).isEqualTo("https://login.microsoftonline.com/");
        assertThat(settings.entra().scope()).isEqualTo("https://graph.microsoft.com/.default");
        assertThat(settings.graph().baseUrl()).hasToString("https://graph.microsoft.com/v1.0");
        assertThat(settings.graph().pageSize()).isEqualTo(999);
        assertThat(settings.graph().maxConcurrency()).isEqualTo(4);
        assertThat(settings.graph().maxAttempts()).isEqualTo(8);
        assertThat(settings.what()).isEqualTo(new Settings.What(true, true, true, false, false));
        assertThat(settings.how()).isEqualTo(new Settings.How(true, true, true, true, true, true));
        assertThat(settings.when().frequency()).isEqualTo(Frequency.H24);
        assertThat(settings.directory())
                .isEqualTo(new Settings.Directory(
                        NewUserRole.END_USER, List.of(), List.of("*.onmicrosoft.com"), List.of()));
        assertThat(settings.whom()).isEqualTo(new Settings.Whom(Settings.SharedMailboxes.AUTO, Filters.NONE));
        assertThat(settings.safeguard()).isEqualTo(new Settings.Safeguard(100, 10));
        assertThat(settings.database()).isEqualTo(new Settings.Database("jdbc:hsqldb:file:./data/directory", "sa", ""));
        assertThat(settings.routesLocation()).isEqualTo("classpath:routes");
    }

    @Test
    void blankCountsAsNotSetAndBlanksAroundAValueDoNot() {
        Settings settings =
                read(Map.of("entra.client-id", "  ", "graph.page-size", " 50 ", "domains", "a.example, ,b.example "));

        assertThat(settings.entra().clientId()).isNull();
        assertThat(settings.graph().pageSize()).isEqualTo(50);
        assertThat(settings.directory().domains()).containsExactly("a.example", "b.example");
    }

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void eachCloudHasItsOwnHostsAndScope(Cloud cloud) {
        Settings settings = read(Map.of("entra.cloud", Key.word(cloud)));

        assertThat(settings.entra().authorityHost()).isEqualTo(cloud.authorityHost());
        assertThat(settings.graph().baseUrl()).hasToString(cloud.graphUrl());
        assertThat(settings.entra().scope()).isEqualTo(cloud.graphUrl().replace("/v1.0", "/.default"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "graph.page-size | 1000 | a whole number from 1 to 999",
                "graph.page-size | many | a whole number from 1 to 999",
                "graph.max-attempts | 99999999999999999999 | a whole number from 1 to 50",
                "graph.max-concurrency | 0 | a whole number from 1 to 16",
                "safeguard.max-removal-percent | 101 | a whole number from 0 to 100",
                "what.active-users | yes | true or false",
                "when.frequency | 2h | one of 1h, 3h, 6h, 12h, 24h, never",
                "new-user-role | admin | one of end-user, silent-user",
                "entra.cloud | mars | one of global, us-gov, us-gov-dod, china",
                "entra.credential | password | one of auto, client-secret, certificate, managed-identity, workload-identity, none",
                "entra.authority-host | http://login.example | an https URL",
                "graph.base-url | ftp://graph.example | an http or https URL",
                "graph.base-url | graph.example/v1.0 | an http or https URL",
                "entra.secret-expires-on | 31.3.2027 | a date such as 2027-03-31",
                "entra.certificate-file | /does/not/exist.pem | the path of a readable file",
                "db.url | jdbc:mysql://localhost/x | a URL such as jdbc:hsqldb:file:… or jdbc:postgresql://…",
            })
    void aWrongValueIsRefusedWithKeyValueAndWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("entrasync.%s = %s is not valid: allowed is %s.".formatted(key, value, allowed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"department", "shoeSize=44", "department=", "extensionAttribute16=x", "a=b, city=Rome"})
    void aFilterOnAnAttributeThatIsNotKnownIsRefused(String value) {
        assertThatThrownBy(() -> read(Map.of("filter.include", value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        "entrasync.filter.include = " + value,
                        "attribute=value",
                        "employeeType",
                        "extensionAttribute15");
    }

    @Test
    void filtersAreListsAndNameThePropertiesThatTheyNeed() {
        Filters filters = read(Map.of(
                        "filter.include", "Department=Sales=West, extensionattribute7 = x",
                        "filter.exclude-groups", "Out, 7f3a0c11-0000-4000-8000-00000000000a"))
                .whom()
                .filters();

        assertThat(filters.include())
                .containsExactly(
                        new AttributeFilter("department", "Sales=West"),
                        new AttributeFilter("extensionAttribute7", "x"));
        assertThat(filters.properties()).containsExactlyInAnyOrder("department", "onPremisesExtensionAttributes");
        assertThat(filters.excludeGroups()).containsExactly("Out", "7f3a0c11-0000-4000-8000-00000000000a");
    }

    @ParameterizedTest
    @CsvSource({"5x", "6 hours", "99999999999999999d", "-1h", "h"})
    void aWrongDurationIsRefused(String value) {
        assertThatThrownBy(() -> Key.duration("some.time", "7d").read(value))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("entrasync.some.time", value, "30s, 6h or 7d");
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "5m, PT5M", "6h, PT6H", "7d, PT168H", "1 D, PT24H"})
    void durationsAreNumbersWithAUnit(String text, String iso) {
        assertThat(Key.duration("some.time", "").read(text)).hasToString(iso);
    }

    @Test
    void timesAndZonesAreChecked() {
        assertThat(Key.time("report.at", "07:00").read(null)).hasToString("07:00");
        assertThat(Key.zone("report.zone").read("Europe/Vienna")).hasToString("Europe/Vienna");
        assertThatThrownBy(() -> Key.time("report.at", "07:00").read("25:00")).hasMessageContaining("a time of day");
        assertThatThrownBy(() -> Key.zone("report.zone").read("Nowhere")).hasMessageContaining("a time zone");
    }

    @Test
    void secretsAreNeverShown() throws Exception {
        Path certificate = Files.writeString(files.resolve("app.pem"), "-");
        Settings settings = read(Map.of(
                "entra.client-secret", "hush-1",
                "entra.certificate-file", certificate.toString(),
                "entra.certificate-password", "hush-2",
                "db.password", "hush-3",
                "db.url", "jdbc:postgresql://user:hush-4@db.example/directory?user=u&password=hush-5&ssl=true"));

        assertThat(settings.toString()).doesNotContain("hush").contains("db.example", "ssl=true");
        assertThatThrownBy(() -> read(Map.of("db.url", "jdbc:mysql://u:hush-6@db/x?password=hush-7")))
                .hasMessageNotContainingAny("hush-6", "hush-7")
                .hasMessageContaining("(hidden)");
        Key<Integer> pin = new Key<>("pin", "", "digits", true, Integer::valueOf);
        assertThatThrownBy(() -> pin.read("hush-8"))
                .hasMessageNotContaining("hush")
                .hasMessageContaining("(hidden)");
    }

    private static Settings read(Map<String, String> configured) {
        return Settings.read(new HashMap<>(configured)::get);
    }
}
