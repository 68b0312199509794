package io.entrasync.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.connection.GraphTokens;
import io.entrasync.graph.Batches;
import io.entrasync.graph.GraphAnswers;
import io.entrasync.graph.GraphQueries;
import io.entrasync.graph.GraphReader;
import io.entrasync.graph.Paging;
import io.entrasync.run.Authorization;
import io.entrasync.run.ConnectionCheck;
import io.entrasync.run.ConnectionProbe;
import io.entrasync.run.DomainCheck;
import io.entrasync.run.Evidence;
import io.entrasync.run.RunProblems;
import io.entrasync.run.RunReport;
import io.entrasync.run.Schedule;
import io.entrasync.run.Scoping;
import io.entrasync.run.Seeding;
import io.entrasync.settings.Settings;
import io.entrasync.store.ApplyStore;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.Directory;
import io.entrasync.store.DomainStore;
import io.entrasync.store.EvidenceStore;
import io.entrasync.store.ExemptionStore;
import io.entrasync.store.ImageStore;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.LeaseStore;
import io.entrasync.store.PlanStore;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunStore;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** Everything that routes name, in one place for both runtimes. A bean is named as its class, in lowerCamel. */
public final class Beans {
    private Beans() {}

    /**
     * Makes the beans and hands each over under its name.
     *
     * @param bind takes name and bean; the registry of the runtime
     */
    public static void bind(
            Settings settings, Directory directory, ObjectMapper json, Clock clock, BiConsumer<String, Object> bind) {
        LeaseStore lease = new LeaseStore(directory, clock);
        RunStore runs = new RunStore(directory, lease, json, clock);
        DomainStore domains = new DomainStore(directory);
        ExemptionStore exemptions = new ExemptionStore(directory, clock);
        new Seeding(domains, exemptions, new ConnectionStore(directory)).seed(settings.directory());
        bind.accept("json", json);
        bind.accept("leaseStore", lease);
        bind.accept("runStore", runs);
        bind.accept("domainStore", domains);
        bind.accept("exemptionStore", exemptions);
        bind.accept("imageStore", new ImageStore(directory));
        bind.accept("planStore", new PlanStore(directory, clock));
        bind.accept("applyStore", new ApplyStore(directory, runs, clock));
        bind.accept("scoping", new Scoping(settings, domains, exemptions));
        bind.accept("runProblems", new RunProblems(runs));
        bind.accept("schedule", new Schedule(settings, runs, clock));
        DomainCheck domainCheck = new DomainCheck(settings, domains, runs);
        bind.accept("domainCheck", domainCheck);
        RunQueries runQueries = new RunQueries(directory, json);
        bind.accept("runQueries", runQueries);
        bind.accept("itemQueries", new ItemQueries(directory));
        bind.accept("runReport", new RunReport(runQueries, domainCheck));
        bindGraph(settings, directory, json, clock, bind);
    }

    private static void bindGraph(
            Settings settings, Directory directory, ObjectMapper json, Clock clock, BiConsumer<String, Object> bind) {
        GraphTokens tokens = new GraphTokens(settings::entra, clock);
        Authorization authorization = new Authorization(tokens);
        GraphAnswers answers = new GraphAnswers(json);
        GraphQueries queries = new GraphQueries(settings.graph());
        Batches batches = new Batches(answers, queries, settings.graph());
        EvidenceStore evidenceStore = new EvidenceStore(directory);
        bind.accept("authorization", authorization);
        bind.accept("connectionCheck", new ConnectionCheck(tokens, new ConnectionStore(directory)));
        bind.accept("connectionProbe", new ConnectionProbe(tokens, new ConnectionStore(directory)));
        bind.accept("graphQueries", queries);
        bind.accept("graphReader", new GraphReader(answers));
        bind.accept("graphRedelivery", new GraphRedelivery(settings.graph(), authorization));
        bind.accept("paging", new Paging());
        bind.accept("batches", batches);
        bind.accept("evidenceStore", evidenceStore);
        bind.accept("evidence", new Evidence(evidenceStore, batches));
        bind.accept("graphThreads", GraphThreads.start(settings.graph().maxConcurrency()));
        GroupedBodyAggregationStrategy rows = new GroupedBodyAggregationStrategy();
        bind.accept("rows", rows);
    }
}
