package io.entrasync.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is new, what is told, what is over. */
class AlertRoundTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    /** Half an hour before midnight in Vienna. */
    private static final Instant EVENING = Instant.parse("2026-11-24T22:30:00Z");

    @Test
    void aNewCauseIsOpenedAndTold() {
        AlertRound round = round(List.of(cause(AlertKind.HELD, EVENING)), List.of(), EVENING);
        assertThat(round.opened()).hasSize(1);
        assertThat(round.told()).isEqualTo(round.opened());
    }

    @Test
    void whatNobodyCouldBeToldStaysToBeTold() {
        AlertRound round = round(
                List.of(cause(AlertKind.HELD, EVENING)),
                List.of(known(AlertKind.HELD, null, null)),
                EVENING.plus(Duration.ofDays(3)));
        assertThat(round.opened()).isEmpty();
        assertThat(round.told()).hasSize(1);
    }

    @Test
    void whatComesBackOnTheSameDayIsNotToldButOnTheNextIfItIsStillThere() {
        List<Cause> back = List.of(cause(AlertKind.HELD, EVENING));
        AlertRound same = round(
                back, List.of(known(AlertKind.HELD, EVENING.minusSeconds(60), EVENING.minusSeconds(30))), EVENING);
        assertThat(same.opened()).hasSize(1);
        assertThat(same.told()).isEmpty();
        KnownCause reopened = new KnownCause(AlertKind.HELD, "x", EVENING, EVENING.minusSeconds(60), null);
        assertThat(round(back, List.of(reopened), EVENING.plus(Duration.ofMinutes(29)))
                        .told())
                .isEmpty();
        assertThat(round(back, List.of(reopened), EVENING.plus(Duration.ofMinutes(31)))
                        .told())
                .as("midnight in Vienna is over")
                .hasSize(1);
    }

    @Test
    void whatHappensAnewOnAnotherDayIsToldAgainAndWhatMerelyLastsIsNot() {
        Instant next = EVENING.plus(Duration.ofDays(1));
        for (AlertKind kind : List.of(AlertKind.SIGN_IN, AlertKind.HELD)) {
            KnownCause told = known(kind, EVENING, null);
            assertThat(round(List.of(cause(kind, EVENING)), List.of(told), next).told())
                    .isEmpty();
            assertThat(round(List.of(cause(kind, next)), List.of(told), next).told())
                    .hasSize(kind == AlertKind.SIGN_IN ? 1 : 0);
        }
    }

    @Test
    void theEndIsToldOnlyIfTheBeginningWasAndNothingOfItsKindIsLeft() {
        KnownCause told = known(AlertKind.SIGN_IN, EVENING, null);
        assertThat(round(List.of(), List.of(told), EVENING).recovered()).containsExactly(AlertKind.SIGN_IN);
        assertThat(round(List.of(), List.of(known(AlertKind.SIGN_IN, null, null)), EVENING)
                        .recovered())
                .isEmpty();
        assertThat(round(List.of(), List.of(known(AlertKind.HELD, EVENING, null)), EVENING)
                        .recovered())
                .isEmpty();
        Cause another = Cause.of(AlertKind.SIGN_IN, "y", "detail", null, EVENING);
        AlertRound round = round(List.of(another), List.of(told), EVENING);
        assertThat(round.closed()).containsExactly(told);
        assertThat(round.recovered()).isEmpty();
    }

    private static AlertRound round(List<Cause> causes, List<KnownCause> known, Instant now) {
        return AlertRound.of(causes, known, now, VIENNA);
    }

    private static Cause cause(AlertKind kind, Instant at) {
        return Cause.of(kind, "x", "detail", null, at);
    }

    private static KnownCause known(AlertKind kind, @Nullable Instant toldAt, @Nullable Instant closedAt) {
        return new KnownCause(kind, "x", EVENING.minusSeconds(3_600), toldAt, closedAt);
    }
}
