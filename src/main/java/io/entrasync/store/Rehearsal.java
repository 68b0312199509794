package io.entrasync.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.explain.Rehearsed;
import io.entrasync.model.PlanItem;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.settings.Configured;
import io.entrasync.settings.Settings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans for one object without writing to the directory: with the plan's own statements, on copies of the rows that
 * matter, in a database in memory. Others are as the last image has them; the object is as it was just read.
 */
public final class Rehearsal implements AutoCloseable {
    /** The plan's steps that concern one object and those who share addresses with it, in the route's order. */
    static final List<String> OBJECTS = List.of(
            "candidates",
            "candidates-mailboxes",
            "user-adopt",
            "user-add",
            "user-update",
            "user-delete",
            "group-adopt",
            "group-add",
            "group-update",
            "group-delete");

    static final List<String> ADDRESSES = List.of("address-wanted", "address-stored-users", "address-stored-groups");
    static final List<String> FINISH = List.of(
            "lost-hash",
            "lost-warning",
            "removals",
            "hold-people",
            "left-warning",
            "hold-removed-domain",
            "same-mark",
            "same-warnings",
            "same-addresses",
            "same-items",
            "mail-flow",
            "adopted-warning",
            "restored-warning",
            "kept-warning",
            "maybe-shared-warning",
            "exempt-warning");

    private final Directory directory;
    private final ObjectMapper json;
    private final Clock clock;
    private @Nullable Scratch scratch;

    public Rehearsal(Directory directory, ObjectMapper json, Clock clock) {
        this.directory = directory;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An object to plan for.
     *
     * @param user as it was just read; null if it is none, or gone
     * @param group as it was just read; null if it is none, or gone
     * @param mailboxes whether mailboxes are asked for what they are
     */
    public record Subject(
            String id, @Nullable UserRow user, @Nullable GroupRow group, boolean mailboxes) {
        Collection<String> addresses() {
            ImageRow row = user == null ? group : user;
            Set<String> addresses = new TreeSet<>();
            if (row != null) {
                row.decision().mail().aliases().forEach(alias -> addresses.add(alias.address()));
                var primary = row.decision().mail().primary();
                if (primary != null) {
                    addresses.add(primary.address());
                }
            }
            return addresses;
        }
    }

    /** Whether a run would ask what the user's mailbox is for. */
    public synchronized boolean asksForMailbox(Settings settings, Subject subject) {
        Directory stage = stage();
        long run = prepare(stage, settings, subject);
        MailboxStore mailboxes = new MailboxStore(stage, clock);
        mailboxes.begin(run);
        return mailboxes.open(run, "").contains(subject.id());
    }

    /**
     * What a run would plan.
     *
     * @param purpose what the mailbox is for; null if it was not asked
     */
    public synchronized Rehearsed plan(Settings settings, Subject subject, @Nullable String purpose) {
        Directory stage = stage();
        long run = prepare(stage, settings, subject);
        if (subject.mailboxes()) {
            MailboxStore mailboxes = new MailboxStore(stage, clock);
            mailboxes.begin(run);
            if (purpose != null) {
                mailboxes.answer(run, Map.of(subject.id(), purpose));
            }
            mailboxes.settle(run);
        }
        new EvidenceStore(stage).find(run);
        // whoever is not in the image is gone, as far as is known
        stage.jdbi().useHandle(handle -> handle.execute("update removal_candidate set answer = 'NOT_FOUND_BY_ID'"));
        PlanStore plan = new PlanStore(stage, new LeaseStore(stage, clock), clock);
        OBJECTS.forEach(step -> plan.step(run, step));
        PlanItem.Category withheld = RehearsalResult.withheld(stage, run, subject.id());
        plan.step(run, "withheld-drop");
        ADDRESSES.forEach(step -> plan.step(run, step));
        plan.settleAddresses(run);
        FINISH.forEach(step -> plan.step(run, step));
        plan.connect(run);
        plan.block(run);
        return RehearsalResult.read(stage, run, subject, withheld);
    }

    private Directory stage() {
        Scratch ready = scratch == null ? new Scratch() : scratch;
        scratch = ready;
        ready.clear();
        return ready.directory();
    }

    /** Copies, stages the object and settles the image as a read does. */
    private long prepare(Directory stage, Settings settings, Subject subject) {
        LeaseStore lease = new LeaseStore(stage, clock);
        long run = open(stage, lease, settings);
        stage.jdbi()
                .useHandle(handle -> handle.execute("update sync_run set shared_mailboxes = ?", subject.mailboxes()));
        directory.jdbi().useHandle(handle -> new RehearsalCopy(handle, scratchReady(), run)
                .copy(subject, !settings.whom().filters().isEmpty()));
        ImageStore images = new ImageStore(stage, lease);
        if (subject.user() != null) {
            images.stageUsers(run, 1, 1, List.of(subject.user()));
        }
        if (subject.group() != null) {
            images.stageGroups(run, 1, 1, List.of(subject.group()));
        }
        if (!settings.whom().filters().isEmpty()) {
            new FilterStore(stage).settle(run);
        }
        stage.jdbi().useTransaction(handle -> {
            ImageCompletion.settle(handle, run);
            RehearsalCopy.forgetConflicts(handle);
        });
        return run;
    }

    private long open(Directory stage, LeaseStore lease, Settings settings) {
        StoredProblems problems = new StoredProblems(json);
        return new RunStore(
                        stage,
                        lease,
                        new Leftovers(stage, lease, problems, clock),
                        new SettingStore(stage, Configured.of(key -> null), new AuditStore(clock), clock),
                        problems,
                        clock)
                .open(new RunRequest(Run.Trigger.MANUAL, Run.Mode.APPLY, "explain", settings));
    }

    /** Drops the database in memory, where one was made. */
    @Override
    public synchronized void close() {
        if (scratch != null) {
            scratch.close();
        }
    }

    private Scratch scratchReady() {
        return Objects.requireNonNull(scratch);
    }
}
