package io.entrasync.run;

import io.entrasync.model.ObjectType;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.store.CauseQueries;
import io.entrasync.store.CauseQueries.Moment;
import io.entrasync.store.ConnectionStore;
import io.entrasync.summary.AlertKind;
import io.entrasync.summary.Cause;
import io.entrasync.summary.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong now, from what is in the database and from the clock. */
public final class Causes {
    private static final int[] DAYS_BEFORE = {1, 3, 7, 14};

    /** Days before the end of a secret from which on it is told at once. */
    static final int FIRST_ALERT = DAYS_BEFORE[DAYS_BEFORE.length - 1];

    private final CauseQueries queries;
    private final ConnectionStore connection;
    private final Staleness staleness;
    private final SecretExpiry secret;
    private final Contact contact;
    private final DomainCheck domains;
    private final Clock clock;
    private volatile @Nullable ImageCauses last;

    private record ImageCauses(long image, Object deciding, List<Cause> causes) {}

    public Causes(
            CauseQueries queries,
            ConnectionStore connection,
            Staleness staleness,
            SecretExpiry secret,
            Contact contact,
            DomainCheck domains,
            Clock clock) {
        this.queries = queries;
        this.connection = connection;
        this.staleness = staleness;
        this.secret = secret;
        this.contact = contact;
        this.domains = domains;
        this.clock = clock;
    }

    /** All there are, what is worst first. */
    public List<Cause> now() {
        Instant now = clock.instant();
        List<Cause> causes = new ArrayList<>();
        connecting(now).forEach(causes::add);
        staleness.since().map(since -> stale(since, now)).ifPresent(causes::add);
        queries.spacing()
                .map(why -> Cause.of(AlertKind.REPEATED_FAILURE, "", why, null, now))
                .ifPresent(causes::add);
        secret(now).forEach(causes::add);
        contact.loss()
                .map(loss -> Cause.of(AlertKind.CONTACT_LOST, "", loss, null, now))
                .ifPresent(causes::add);
        waiting().forEach(causes::add);
        causes.addAll(image(now));
        return causes;
    }

    private Stream<Cause> connecting(Instant now) {
        Problem problem = connection.state().problem();
        if (problem == null || !problem.code().isConnecting()) {
            return Stream.empty();
        }
        Moment last = queries.lastFailure().orElse(new Moment(null, now));
        return Stream.of(Cause.of(AlertKind.SIGN_IN, problem, last.run(), last.at()));
    }

    private static Cause stale(Instant since, Instant now) {
        Duration days = Duration.ofDays(Duration.between(since, now).toDays());
        return Cause.of(
                AlertKind.STALE, "", "It has been so since %s.".formatted(UtcTime.of(since)), null, since.plus(days));
    }

    private Stream<Cause> secret(Instant now) {
        Long left = secret.daysLeft();
        if (left == null || left > FIRST_ALERT) {
            return Stream.empty();
        }
        String day = String.valueOf(secret.date());
        if (left < 0) {
            Problem over = Problem.of(ProblemCode.SECRET_EXPIRED, "It ended on %s.".formatted(day));
            return Stream.of(Cause.of(AlertKind.SECRET_EXPIRING, over, null, now));
        }
        int step = 0;
        while (left > DAYS_BEFORE[step]) {
            step++;
        }
        String detail = "It ends on %s, in %d days.".formatted(day, left);
        return Stream.of(Cause.of(AlertKind.SECRET_EXPIRING, day + " " + DAYS_BEFORE[step], detail, null, now));
    }

    private Stream<Cause> waiting() {
        Stream<Cause> held = queries.held().stream()
                .map(some -> Cause.of(
                        AlertKind.HELD,
                        some.type().name(),
                        "%d changes of %s wait in run %s."
                                .formatted(
                                        some.items(), some.type() == ObjectType.USER ? "users" : "groups", some.run()),
                        some.run(),
                        some.since()));
        Stream<Cause> left = queries.left().stream()
                .map(one -> Cause.of(AlertKind.ADMIN_LEFT, one.entraId(), one.detail(), one.run(), one.since()));
        Stream<Cause> reviews = queries.reviews().stream()
                .map(one -> Cause.of(
                        AlertKind.REVIEW_WAITS,
                        String.valueOf(one.run()),
                        "Run %s has planned its changes.".formatted(one.run()),
                        one.run(),
                        one.at()));
        return Stream.of(held, left, reviews).flatMap(some -> some);
    }

    /** What is read from a large image is not asked for again before something has changed. */
    private List<Cause> image(Instant now) {
        long image = queries.image();
        Object deciding = domains.deciding();
        ImageCauses known = last;
        if (known == null || known.image() != image || !known.deciding().equals(deciding)) {
            known = new ImageCauses(image, deciding, read(image, now).toList());
            last = known;
        }
        return known.causes();
    }

    private Stream<Cause> read(long image, Instant now) {
        String run = image == 0 ? null : String.valueOf(image);
        Stream<Cause> mismatches = domains.current().stream()
                .map(domain -> Cause.of(
                        AlertKind.DOMAIN_MISMATCH,
                        domain.name(),
                        "%s is used by %d users and %d groups."
                                .formatted(domain.name(), domain.users(), domain.groups()),
                        run,
                        now));
        Stream<Cause> reused = queries.reused().stream()
                .map(one -> Cause.of(
                        AlertKind.EXEMPTION_REUSED,
                        one.text(),
                        one.text() + " belongs to another object now, which stays blocked.",
                        run,
                        now));
        return Stream.concat(mismatches, reused);
    }
}
