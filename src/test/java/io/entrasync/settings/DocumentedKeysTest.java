package io.entrasync.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code entrasync.properties} is the documentation of the settings. */
class DocumentedKeysTest {
    private static final Pattern LINE = Pattern.compile("(#?)entrasync\\.([a-z0-9.-]+)=(.*)");
    private static final Path FILE = Path.of("src/main/resources/entrasync.properties");

    private record Documented(String fallback, boolean commentedOut, List<String> comment) {}

    @Test
    void everyKeyIsDocumentedWithItsDefaultAndNoOther() throws Exception {
        Map<String, String> fallbacks = SettingKeys.KEYS.stream().collect(Collectors.toMap(Key::name, Key::fallback));
        Map<String, String> documented = documented().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().fallback()));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(fallbacks);
    }

    @Test
    void whatHasNoDefaultIsCommentedOutAndTheRestIsNot() throws Exception {
        documented().forEach((key, entry) -> assertThat(entry.commentedOut())
                .as(key)
                .isEqualTo(entry.fallback().isEmpty()));
    }

    @Test
    void aboveEveryKeyStandsWhatItDoes() throws Exception {
        documented().forEach((key, entry) -> assertThat(String.join(" ", entry.comment()))
                .as(key)
                .hasSizeGreaterThan(15)
                .endsWith("."));
    }

    @Test
    void theAllowedWordsOfAChoiceAreAllNamed() throws Exception {
        Map<String, Documented> documented = documented();
        SettingKeys.KEYS.stream()
                .filter(key -> key.allowed().startsWith("one of "))
                .forEach(key -> {
                    String comment = String.join(" ", documented.get(key.name()).comment());
                    assertThat(comment)
                            .as(key.name())
                            .contains(key.allowed().substring(7).split(", "));
                });
    }

    @Test
    void aReservedKeyIsNotReadYet() {
        assertThat(SettingKeys.KEYS).extracting(Key::name).doesNotContainAnyElementsOf(SettingKeys.RESERVED);
    }

    @Test
    void aTypingErrorIsNamedWithTheNearestKey() {
        assertThat(UnknownKeys.warnings(List.of("when.frequncy", "tech-contact", "what.active-users")))
                .singleElement()
                .asString()
                .contains("entrasync.when.frequncy", "entrasync.when.frequency?");
    }

    private static Map<String, Documented> documented() throws IOException {
        Map<String, Documented> documented = new LinkedHashMap<>();
        List<String> comment = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                Documented entry =
                        new Documented(matcher.group(3), !matcher.group(1).isEmpty(), List.copyOf(comment));
                assertThat(documented.put(matcher.group(2), entry)).as(line).isNull();
            } else if (line.startsWith("# ")) {
                comment.add(line.substring(2));
                continue;
            }
            comment.clear();
        }
        return documented;
    }
}
