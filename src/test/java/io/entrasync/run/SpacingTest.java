package io.entrasync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1", "1, 1, 1", "2, 1, 1", "3, 1, 6", "4, 1, 12", "5, 1, 24", "6, 1, 24", "400, 1, 24",
        "2, 12, 12", "3, 12, 12", "4, 12, 12", "5, 12, 24", "3, 6, 6", "2, 24, 24", "3, 24, 24", "9, 24, 24"
    })
    void fromTheThirdFailureOnTriesAreSpaced(int failures, int interval, int wait) {
        assertThat(new Spacing(failures).wait(Duration.ofHours(interval))).isEqualTo(Duration.ofHours(wait));
        assertThat(new Spacing(failures).isSpaced()).isEqualTo(failures >= 3);
    }

    @Property
    void moreFailuresNeverMeanAShorterWaitThanTheIntervalOrThanFewerDo(
            @ForAll @IntRange(max = 50) int failures, @ForAll @IntRange(min = 1, max = 48) int hours) {
        Duration interval = Duration.ofHours(hours);
        assertThat(new Spacing(failures + 1).wait(interval))
                .isGreaterThanOrEqualTo(new Spacing(failures).wait(interval))
                .isGreaterThanOrEqualTo(interval);
    }
}
