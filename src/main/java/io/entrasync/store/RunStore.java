package io.entrasync.store;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.scope.MailAddress;
import io.entrasync.settings.PlanSettings;
import io.entrasync.settings.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The runs: opened under the lease, marked as they go, closed by what is in the database and nothing else. */
public final class RunStore {
    private final Directory directory;
    private final LeaseStore lease;
    private final Leftovers leftovers;
    private final SettingStore settings;
    private final StoredProblems problems;
    private final Clock clock;

    public RunStore(
            Directory directory,
            LeaseStore lease,
            Leftovers leftovers,
            SettingStore settings,
            StoredProblems problems,
            Clock clock) {
        this.directory = directory;
        this.lease = lease;
        this.leftovers = leftovers;
        this.settings = settings;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Opens a run: takes the lease, closes what a dead process left open. One that was being applied goes first.
     *
     * @return the run's id
     * @throws ProblemException RUN_IN_PROGRESS; a scheduled run that is skipped for it is recorded
     */
    public long open(RunRequest request) {
        return directory.jdbi().inTransaction(handle -> {
            OptionalLong token = leftovers.isUnfinished(handle) ? OptionalLong.empty() : lease.take(handle);
            if (token.isEmpty()) {
                return skip(handle, request);
            }
            leftovers.abandon(handle);
            long run = insert(handle, request, "RUNNING", "CONNECTING");
            handle.createUpdate(Sql.text("run/opened"))
                    .bind("run", run)
                    .bind("lease", token.getAsLong())
                    .bind(
                            "undoOf",
                            request.undo() == null ? null : request.undo().run())
                    .bind("exempts", request.undo() != null && request.undo().exempts())
                    .bind(
                            "planSettings",
                            PlanSettings.of(settings.current(handle)).text())
                    .execute();
            return run;
        });
    }

    private long skip(Handle handle, RunRequest request) {
        Problem problem = Problem.of(ProblemCode.RUN_IN_PROGRESS, "Skipped: another run is at work.");
        if (request.trigger() != Run.Trigger.SCHEDULED) {
            throw new ProblemException(problem);
        }
        long run = insert(handle, request, "CANCELLED", "DONE");
        handle.createUpdate("update sync_run set problem = :problem, finished_at = started_at where id = :run")
                .bind("problem", problems.write(problem))
                .bind("run", run)
                .execute();
        return -run;
    }

    private long insert(Handle handle, RunRequest request, String status, String stage) {
        Map<String, Object> values = new HashMap<>(settings(request.settings()));
        values.put("trigger", request.trigger().name());
        values.put("mode", request.mode().name());
        values.put("status", status);
        values.put("stage", stage);
        values.put("now", clock.instant());
        return handle.createUpdate(Sql.text("run/open"))
                .bindMap(values)
                .bind("requestedBy", request.requestedBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** What the statements of a plan go by. */
    static Map<String, Object> settings(Settings settings) {
        Settings.What what = settings.what();
        Settings.How how = settings.how();
        return Map.ofEntries(
                Map.entry("activeUsers", what.activeUsers()),
                Map.entry("distributionGroups", what.distributionGroups()),
                Map.entry("securityGroups", what.securityGroups()),
                Map.entry("microsoft365Groups", what.microsoft365Groups()),
                Map.entry("dynamicGroups", what.dynamicGroups()),
                Map.entry("addUsers", how.addUsers()),
                Map.entry("updateUsers", how.updateUsers()),
                Map.entry("addGroups", how.addGroups()),
                Map.entry("updateGroups", how.updateGroups()),
                Map.entry("removeUsers", how.removeDeletedUsers()),
                Map.entry("removeGroups", how.removeDeletedGroups()),
                Map.entry("newUserRole", settings.directory().newUserRole().name()),
                Map.entry("techContact", techContact(settings)),
                Map.entry("maxRemovals", settings.safeguard().maxRemovals()),
                Map.entry("maxRemovalPercent", settings.safeguard().maxRemovalPercent()));
    }

    /** In the form in which addresses are stored; empty for none. */
    private static String techContact(Settings settings) {
        String contact = settings.summary().techContact();
        return contact == null
                ? ""
                : MailAddress.parse(contact).map(MailAddress::address).orElse("");
    }

    /** Marks the stage that begins. */
    public void stage(long run, String stage) {
        directory
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update sync_run set stage = ? where id = ? and status = 'RUNNING'",
                        Run.Stage.valueOf(stage).name(),
                        run));
    }

    /** Adds repeats of anything but a request of its own: signing in, and parts of a batch. */
    public void countRetries(long run, int retries) {
        if (retries > 0) {
            directory
                    .jdbi()
                    .useHandle(handle ->
                            handle.execute("update sync_run set retries = retries + ? where id = ?", retries, run));
        }
    }

    /** Adds the requests that one answer took; all but one were repeats. */
    public void countRequests(long run, int requests) {
        directory
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update sync_run set graph_requests = graph_requests + ?, retries = retries + ? where id = ?",
                        requests,
                        requests - 1,
                        run));
    }

    /** Records what ended the run, as long as this process works on it; the first problem stays. */
    public void fail(long run, long lease, Problem problem) {
        directory.jdbi().useHandle(handle -> handle.createUpdate(Sql.text("run/fail"))
                .bindMap(Map.of("run", run, "lease", lease, "problem", problems.write(problem)))
                .execute());
    }

    /** Whether the run applies its plan without review. */
    public boolean appliesAtOnce(long run) {
        return isTrue("select mode = 'APPLY' from sync_run where id = ?", run);
    }

    /** Whether somebody has asked to end the run. */
    public boolean isCancelled(long run) {
        return isTrue("select cancel_requested from sync_run where id = ?", run);
    }

    private boolean isTrue(String sql, long run) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(sql)
                .bind(0, run)
                .mapTo(Boolean.class)
                .one());
    }

    /** Fencing token of the lease under which the run works. A process asks once, and keeps to it. */
    public long lease(long run) {
        return directory.jdbi().withHandle(handle -> handle.createQuery("select lease_token from sync_run where id = ?")
                .bind(0, run)
                .mapTo(Long.class)
                .one());
    }
}
