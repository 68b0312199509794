package io.entrasync.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.flow.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases promises a test on both databases for each of them. */
class CasesTest {
    private static final Pattern ROW = Pattern.compile("^\\|.+\\| `(\\w+)\\.(\\w+)` \\|$", Pattern.MULTILINE);

    static List<String> cases() throws IOException {
        String text = Files.readString(Path.of("docs/cases.md"));
        return ROW.matcher(text)
                .results()
                .map(row -> row.group(1) + "." + row.group(2))
                .toList();
    }

    @Test
    void thereAreManyAndEachNamesItsTest() throws IOException {
        long rows = Files.readAllLines(Path.of("docs/cases.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| situation"))
                .count();
        assertThat(cases()).hasSizeGreaterThan(40).hasSize((int) rows);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTestIsThereAndRunsOnBothDatabases(String named) throws Exception {
        String[] parts = named.split("\\.");
        Class<?> type = Stream.of("flow", "cli")
                .map(home -> "io.entrasync." + home + "." + parts[0])
                .flatMap(CasesTest::find)
                .findFirst()
                .orElseThrow(() -> new AssertionError(named));
        Method test = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(named));
        assertThat(test.isAnnotationPresent(ParameterizedTest.class)).as(named).isTrue();
        assertThat(test.getParameterTypes()[0]).as(named).isEqualTo(TestDatabase.class);
    }

    private static Stream<Class<?>> find(String name) {
        try {
            return Stream.of(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }
}
