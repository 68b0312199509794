package io.entrasync.summary;

import io.entrasync.model.ObjectType;
import io.entrasync.model.PlanItem;
import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.model.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, and what is to be done: the one model of mail, page, JSON and command. The shape is that of the API.
 * Lists show the first {@value #SHOWN}; {@code totals} counts all.
 *
 * @param from from when on, to {@code until}, changes, runs and settings are told
 * @param zone the time zone of the date
 * @param headline the verdict in words
 * @param runs the latest first
 * @param changes what was applied, by category
 * @param counts the numbers of {@code changes}, by category, and {@code users} or {@code groups}
 * @param held what waits for approval
 * @param blocked what the last run could not apply because of other items, or because its target had changed
 * @param skipped objects that the last run did not bring over, by reason
 * @param unregisteredDomains domains in use in the tenant that are not registered, primary and alias-only ones
 * @param noMail addresses of the tenant in relay domains that no active account or group has
 * @param nextRunAt null if none is scheduled
 */
public record Summary(
        LocalDate date,
        Instant from,
        Instant until,
        String zone,
        Verdict verdict,
        String headline,
        @Nullable Instant lastSuccessAt,
        List<RunLine> runs,
        Map<PlanItem.Category, List<Entry>> changes,
        Map<PlanItem.Category, Map<String, Integer>> counts,
        List<Entry> held,
        List<Entry> blocked,
        List<Entry> failed,
        Map<String, Integer> skipped,
        List<UnregisteredDomain> unregisteredDomains,
        List<NoMail> noMail,
        List<Notice> warnings,
        List<Person> adminsWithoutMobile,
        List<ChangedSetting> settingsChanged,
        Map<String, Integer> totals,
        @Nullable Instant nextRunAt) {

    /** Entries of a list that are shown. */
    public static final int SHOWN = 50;

    /** A run in short. */
    public record RunLine(
            String id,
            Run.Trigger trigger,
            Run.Status status,
            Instant startedAt,
            @Nullable Instant finishedAt,
            int applied,
            int failed,
            int held,
            @Nullable String problemCode,
            @Nullable String problem) {}

    /**
     * An item of a plan in short.
     *
     * @param reason why it is a removal, or what went wrong with it
     */
    public record Entry(
            String run,
            String id,
            PlanItem.Category category,
            ObjectType objectType,
            String entraId,
            @Nullable String address,
            @Nullable String displayName,
            @Nullable String reason) {}

    /**
     * An address that gets no mail.
     *
     * @param reason the rule that keeps its owner out
     * @param maybeSharedMailbox whether the owner has no licence and was never asked what kind of mailbox it is
     */
    public record NoMail(String address, @Nullable String displayName, String reason, boolean maybeSharedMailbox) {}

    public record Person(
            String id, @Nullable String address, @Nullable String displayName) {}

    public record ChangedSetting(
            Instant at, String by, String key, @Nullable String change) {}
}
