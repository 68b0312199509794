package io.entrasync.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.flow.TestDatabase;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import io.entrasync.store.OperatorStore;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class OperatorAccountTest {
    private static final PasswordEncoder ENCODER = new BCryptPasswordEncoder(4);

    private static Settings.Console console(Map<String, String> configured) {
        return Settings.read(configured::get).console();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPasswordIsMadeUpShownOnceAndKeptAsAHash(TestDatabase database, CapturedOutput output) throws Exception {
        try (HikariDataSource pool = database.open()) {
            OperatorStore store = new OperatorStore(Directory.open(pool), Clock.systemUTC());
            Settings.Console console = console(Map.of());
            String hash = new OperatorAccount(store, ENCODER).passwordHash(console);
            String shown = output.getAll().replaceAll("(?s).*operator\" is (\\S+) - it is shown.*", "$1");
            assertThat(shown).hasSize(20);
            assertThat(ENCODER.matches(shown, hash)).isTrue();
            assertThat(store.passwordHash("operator")).contains(hash);
            assertThat(store.keep("operator", "another")).isFalse();

            int before = output.getAll().length();
            assertThat(new OperatorAccount(store, ENCODER).passwordHash(console))
                    .isEqualTo(hash);
            assertThat(output.getAll().substring(before)).doesNotContain("password");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aConfiguredPasswordCountsAndIsNotStored(TestDatabase database) throws Exception {
        try (HikariDataSource pool = database.open()) {
            OperatorStore store = new OperatorStore(Directory.open(pool), Clock.systemUTC());
            String hash = new OperatorAccount(store, ENCODER)
                    .passwordHash(console(Map.of("console.username", "boss", "console.password", "chosen")));
            assertThat(ENCODER.matches("chosen", hash)).isTrue();
            assertThat(store.passwordHash("boss")).isEmpty();
        }
    }
}
