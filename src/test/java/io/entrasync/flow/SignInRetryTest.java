package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.demo.GraphAnswer;
import io.entrasync.fake.RequestMatch;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trouble of the sign-in service that passes by itself is overcome within a run; a refusal is not repeated. */
class SignInRetryTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aServiceThatComesBackIsAskedAgainAndCounted(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a")) {
            signedIn.tokens.stumble(2);
            Run run = signedIn.company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(signedIn.tokens.requests()).isEqualTo(3);
            assertThat(run.counts()).containsEntry("retries", 2);
            assertThat(run.counts())
                    .containsEntry(
                            "graphRequests", signedIn.company.graph.requests().size());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void attemptsAreBounded(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a", Map.of("graph.max-attempts", "3"))) {
            signedIn.tokens.stumble(50);
            Run run = signedIn.company.sync();
            assertThat(Objects.requireNonNull(run.problem()).code()).isEqualTo(ProblemCode.SIGN_IN_FAILED);
            assertThat(signedIn.tokens.requests()).isEqualTo(3);
            assertThat(signedIn.company.graph.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRefusalIsNotRepeated(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a")) {
            signedIn.tokens.refuse(401, "invalid_client", 7000215, "Invalid client secret provided.");
            Run run = signedIn.company.sync();
            assertThat(Objects.requireNonNull(run.problem()).code()).isEqualTo(ProblemCode.SECRET_WRONG);
            assertThat(signedIn.tokens.requests()).isOne();
            assertThat(run.counts()).containsEntry("retries", 0);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTokenThatHasToBeRenewedWhileReadingIsAskedForAgainToo(TestDatabase database) throws Exception {
        try (SignedIn signedIn = new SignedIn(database, "tenant-a")) {
            signedIn.company.graph.when(RequestMatch.path("/groups")).times(1).change(answer -> {
                signedIn.tokens.stumble(2);
                return new GraphAnswer(401, Map.of(), Map.of("error", Map.of("code", "InvalidAuthenticationToken")));
            });
            Run run = signedIn.company.sync();
            assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
            assertThat(signedIn.tokens.requests()).isEqualTo(4);
            assertThat(signedIn.tokens.tokens()).hasSize(2);
        }
    }
}
