package io.entrasync.cli;

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
import io.entrasync.run.RunProblems;
import io.entrasync.settings.Settings;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.RunQueries;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The product, started for one command: the same routes as in the service, without schedule and web server. */
public final class Engine implements AutoCloseable {
    private final CamelContext camel;
    private final Settings settings;
    private final AutoCloseable around;

    /** @param around what is closed in the end, and the context with it */
    public Engine(CamelContext camel, Settings settings, AutoCloseable around) {
        this.camel = camel;
        this.settings = settings;
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
        return failure == null ? report : report.failed(RunProblems.problemOf(failure));
    }

    /**
     * Takes one run from opening to closing.
     *
     * @throws ProblemException if no run could be opened
     */
    Run run(Run.Mode mode) {
        String user = System.getProperty("user.name");
        Exchange done = camel.createFluentProducerTemplate()
                .to("direct:sync-run")
                .withBody(new RunRequest(Run.Trigger.COMMAND, mode, user, settings))
                .send();
        // an opened run tells by itself how it ended, also where an error route cut the way back short
        Long id = done.getProperty("runId", Long.class);
        if (id != null) {
            return bean(RunQueries.class).find(id).orElseThrow();
        }
        Exception failure = done.getProperty(Exchange.EXCEPTION_CAUGHT, done.getException(), Exception.class);
        throw failure instanceof ProblemException known
                ? known
                : new ProblemException(ProblemCode.DIRECTORY_UNAVAILABLE, String.valueOf(failure));
    }

    /** The run that this process works on, as far as it has come. */
    Optional<Run> current() {
        return bean(RunQueries.class).list(0, 1).stream()
                .filter(run -> run.status() == Run.Status.RUNNING && run.trigger() == Run.Trigger.COMMAND)
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
