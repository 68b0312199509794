package io.entrasync.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.model.ProblemCode;
import io.entrasync.settings.SettingKeys;
import io.entrasync.summary.AlertKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README says what the product says. */
class ReadmeTest {
    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void eachProblemHasTheSameWords(ProblemCode code) {
        assertThat(readme).contains("| `%s` | %s | %s |".formatted(code, code.title(), code.remedy()));
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void eachAlertHasTheSameWords(AlertKind kind) {
        assertThat(readme).contains("| `%s` | %s | %s |".formatted(kind, kind.title(), kind.remedy()));
    }

    @Test
    void eachSettingStandsThereWithItsDefault() {
        SettingKeys.KEYS.forEach(key -> assertThat(readme)
                .contains("| `%s` | %s |"
                        .formatted(key.name(), key.fallback().isEmpty() ? "–" : "`" + key.fallback() + "`")));
    }
}
