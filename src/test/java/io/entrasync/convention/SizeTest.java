package io.entrasync.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Past these sizes there is a second thing to look for. The format of the sources makes counting lines enough. */
class SizeTest {
    private static final int CLASS = 200;
    private static final int METHOD = 25;
    private static final Pattern BEGIN = Pattern.compile(
            "^( {4}|(?=.*\\{$) {8})"
                    + "(?!.*\\b(class|record|enum|interface|new|return|if|for|while|try|switch|catch)\\b)(?!.* = |.*->)[\\w@<].*\\(.*[({,]$");

    @Test
    void classesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources()) {
            long lines = Files.readAllLines(source).size();
            if (lines > CLASS) {
                tooLong.add(source.getFileName() + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                boolean constant = lines.get(i).matches("\\s+[A-Z0-9_]+\\(.*");
                if (!constant && BEGIN.matcher(lines.get(i)).matches() && length(lines, i) > METHOD) {
                    tooLong.add(source.getFileName() + ":" + (i + 1) + " has " + length(lines, i) + " lines");
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** Up to the brace that stands as far in as the line with the opening one. */
    private static int length(List<String> lines, int begin) {
        String end = lines.get(begin).replaceFirst("\\S.*", "") + "}";
        for (int i = begin; i < lines.size(); i++) {
            if (lines.get(i).equals(end)) {
                return i - begin + 1;
            }
        }
        return 0;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
