package io.entrasync.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs after all other tests: each route was run by one of them. */
class RouteCoverageCheck {
    @Test
    void everyRouteWasRunByATest() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Matcher route = Pattern.compile("<route id=\"([^\"]+)\"").matcher(Files.readString(file));
                while (route.find()) {
                    missing.add(route.group(1));
                }
            }
        }
        assertThat(missing).isNotEmpty();
        missing.removeAll(Files.readAllLines(RoutesRun.NOTES));
        assertThat(missing).isEmpty();
    }
}
