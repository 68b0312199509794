package io.entrasync.cli;

import io.entrasync.explain.Explanation;
import io.entrasync.graph.GraphQueries;
import io.entrasync.model.ObjectType;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.PlanItem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.model.RunRequest;
import io.entrasync.run.ConnectionProbe;
import io.entrasync.run.ConnectionReport;
import io.entrasync.run.DailySummary;
import io.entrasync.run.Explaining;
import io.entrasync.run.RunProblems;
import io.entrasync.store.ApprovalStore;
import io.entrasync.store.ExemptionStore;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.RunQueries;
import io.entrasync.store.SettingStore;
import io.entrasync.summary.Summary;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The product, started for one command: the same routes as in the service, without schedule and web server. */
public final class Engine implements AutoCloseable {
    private final CamelContext camel;
    private final AutoCloseable around;

    /** @param around what is closed in the end, and the context with it */
    public Engine(CamelContext camel, AutoCloseable around) {
        this.camel = camel;
        this.around = around;
    }

    /** Signs in anew, looks at the permissions, and asks Graph once. */
    ConnectionReport check() {
        ConnectionProbe probe = bean(ConnectionProbe.class);
        ConnectionReport report = probe.check();
        return probe.keep(report.problem() == null ? asked(report) : report);
    }

    private ConnectionReport asked(ConnectionReport report) {
        Exchange answer = camel.createFluentProducerTemplate()
                .to("direct:graph-call")
                .withExchangeProperty("graphMethod", "GET")
                .withExchangeProperty("graphUrl", bean(GraphQueries.class).probe())
                .withExchangeProperty("pageType", "USERS")
                .withExchangeProperty("attempts", 0)
                .send();
        Exception failure = answer.getException();
        if (failure == null) {
            camel.createFluentProducerTemplate().to("direct:connect-secret").send();
        }
        return failure == null ? report : report.failed(RunProblems.problemOf(failure));
    }

    /**
     * Takes one run from opening to closing.
     *
     * @throws ProblemException if no run could be opened
     */
    Run run(Run.Mode mode) {
        // what a process left that is gone comes first
        camel.createFluentProducerTemplate().to("direct:sync-leftovers").send();
        Exchange done = camel.createFluentProducerTemplate()
                .to("direct:sync-run")
                .withBody(new RunRequest(
                        Run.Trigger.COMMAND,
                        mode,
                        user(),
                        bean(SettingStore.class).get()))
                .send();
        // an opened run tells by itself how it ended, also where an error route cut the way back short
        Long id = done.getProperty("runId", Long.class);
        tell();
        if (id != null) {
            return find(id);
        }
        Exception failure = done.getProperty(Exchange.EXCEPTION_CAUGHT, done.getException(), Exception.class);
        throw failure instanceof ProblemException known
                ? known
                : new ProblemException(ProblemCode.DIRECTORY_UNAVAILABLE, String.valueOf(failure));
    }

    /**
     * The run that waits for a decision.
     *
     * @param id null: the newest that waits
     * @throws ProblemException WRONG_STATE if there is none
     */
    Run waiting(@Nullable Long id) {
        return bean(RunQueries.class)
                .waiting(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_STATE,
                        id == null
                                ? "No run has anything that waits for approval."
                                : "Run " + id + " has nothing that waits for approval."));
    }

    /**
     * Approves what waits in a run, and applies it.
     *
     * @throws ProblemException WRONG_STATE, PLAN_CHANGED, PLAN_EXPIRED or RUN_IN_PROGRESS
     */
    Run approve(Run waiting) {
        long id = Long.parseLong(waiting.id());
        bean(ApprovalStore.class).approve(id, String.valueOf(waiting.planHash()), user());
        camel.createFluentProducerTemplate()
                .to("direct:sync-apply")
                .withExchangeProperty("runId", id)
                .send();
        tell();
        return find(id);
    }

    /** Rejects what waits in a run. */
    Run reject(Run waiting) {
        long id = Long.parseLong(waiting.id());
        bean(ApprovalStore.class).reject(id, user());
        return find(id);
    }

    /** Exempts an address or object id. */
    void exempt(String subject, @Nullable String reason) {
        bean(ExemptionStore.class).add(subject, reason, user());
    }

    /** A subject in the form in which it is looked for; empty if it is neither address nor id. */
    Optional<String> subject(String text) {
        return bean(Explaining.class).subject(text);
    }

    /**
     * What becomes of a subject.
     *
     * @throws ProblemException if Entra cannot be asked
     */
    Explanation explain(String subject) {
        Exchange done = camel.createFluentProducerTemplate()
                .to("direct:explain-subject")
                .withExchangeProperty("subject", subject)
                .send();
        if (done.getException() != null) {
            throw new ProblemException(RunProblems.problemOf(done.getException()), done.getException());
        }
        return done.getMessage().getBody(Explanation.class);
    }

    /** Today's summary as it stands now. */
    Summary report() {
        DailySummary summaries = bean(DailySummary.class);
        return summaries.of(summaries.date());
    }

    /** The same as plain text. */
    String reportText() {
        return bean(DailySummary.class).text(report());
    }

    /** What a run made somebody to be told leaves at once: there is no schedule to send it later. */
    private void tell() {
        camel.createFluentProducerTemplate().to("direct:summary-send").send();
    }

    private Run find(long id) {
        return bean(RunQueries.class).find(id).orElseThrow();
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    /** The run that this process works on, as far as it has come. */
    Optional<Run> current() {
        return bean(RunQueries.class).list(0, 1).stream()
                .filter(run -> run.status() == Run.Status.RUNNING)
                .findFirst();
    }

    Page<PlanItem> items(Run run, PlanItem.@Nullable Outcome outcome, PageRequest page) {
        @Nullable ObjectType any = null;
        return bean(ItemQueries.class).list(Long.parseLong(run.id()), new ItemQueries.Filter(null, any, outcome), page);
    }

    private <T> T bean(Class<T> type) {
        return camel.getRegistry().findSingleByType(type);
    }

    @Override
    public void close() throws Exception {
        around.close();
    }
}
