package io.entrasync.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The audit trail is only ever added to. */
class AuditTrailTest {
    /** What drops entries when their time is over; nothing else may. */
    private static final List<String> RETENTION = List.of();

    private static final Pattern CHANGE = Pattern.compile(
            "(update|delete\\s+from|merge\\s+into|truncate(\\s+table)?|drop\\s+table|alter\\s+table)\\s+audit_event");

    @Test
    void nothingChangesOrDropsAnEntry() throws IOException {
        List<String> changing = new ArrayList<>();
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/main")), Files.walk(Path.of("routes")))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(sql|java|xml)"))
                    .toList()) {
                String name = file.getFileName().toString();
                if (!RETENTION.contains(name)
                        && CHANGE.matcher(Files.readString(file).toLowerCase(Locale.ROOT))
                                .find()) {
                    changing.add(name);
                }
            }
        }
        assertThat(changing).isEmpty();
        assertThat(CHANGE.matcher("delete from audit_event where id = 1").find())
                .isTrue();
    }
}
