package io.entrasync.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.graph.GraphUser;
import io.entrasync.runtime.Json;
import io.entrasync.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the attributes of a user say about the filters. */
class UserFilterTest {
    private static final String USER = """
            {"id": "u", "displayName": "Ada", "department": " Sales ", "companyName": "Contoso", "city": null,
             "userPrincipalName": "ada@example.com", "usageLocation": "AT", "assignedLicenses": [{"skuId": "s"}],
             "onPremisesExtensionAttributes": {"extensionAttribute1": null, "extensionAttribute15": "Mail"}}
            """;

    @ParameterizedTest
    @CsvSource({
        "department=SALES, true",
        "displayname=ada, true",
        "companyName=contoso, true",
        "userPrincipalName=ADA@example.com, true",
        "usageLocation=at, true",
        "extensionAttribute15=mail, true",
        "extensionAttribute1=mail, false",
        "city=Rome, false",
        "jobTitle=Boss, false",
        "department=Sale, false",
    })
    void valuesCompareWithoutCase(String filter, boolean matches) throws Exception {
        assertThat(mark(USER, Map.of("filter.include", filter)).included()).isEqualTo(matches);
        assertThat(mark(USER, Map.of("filter.exclude", filter)).excludedBy() != null)
                .isEqualTo(matches);
    }

    @Test
    void whereNoFilterIsSetNothingIsSaidAndWhatDeliversNothingMatchesNothing() throws Exception {
        assertThat(mark(USER, Map.of())).isEqualTo(new UserFilter.Mark(null, null));
        assertThat(mark(
                        "{\"id\": \"u\"}",
                        Map.of("filter.include", "city=Rome", "filter.exclude", "extensionAttribute2=x")))
                .isEqualTo(new UserFilter.Mark(null, false));
    }

    private static UserFilter.Mark mark(String json, Map<String, String> settings) throws Exception {
        GraphUser user = Json.mapper().readValue(json, GraphUser.class);
        return new UserFilter(Settings.read(settings::get).whom().filters()).mark(user);
    }
}
