package io.entrasync.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.api.AccountsResource;
import io.entrasync.api.ApiErrors;
import io.entrasync.api.ConnectionResource;
import io.entrasync.api.DomainsResource;
import io.entrasync.api.ExemptionsResource;
import io.entrasync.api.GroupsResource;
import io.entrasync.api.ItemsResource;
import io.entrasync.api.RequestBodies;
import io.entrasync.api.RunStart;
import io.entrasync.api.RunsResource;
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
import io.entrasync.run.FilterGroups;
import io.entrasync.run.Mailboxes;
import io.entrasync.run.RunProblems;
import io.entrasync.run.RunReport;
import io.entrasync.run.Schedule;
import io.entrasync.run.Scoping;
import io.entrasync.run.Seeding;
import io.entrasync.settings.Settings;
import io.entrasync.store.AccountQueries;
import io.entrasync.store.ApplyStore;
import io.entrasync.store.ConnectionStateStore;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.Directory;
import io.entrasync.store.DomainQueries;
import io.entrasync.store.DomainStore;
import io.entrasync.store.EvidenceStore;
import io.entrasync.store.ExemptionQueries;
import io.entrasync.store.ExemptionStore;
import io.entrasync.store.FilterStore;
import io.entrasync.store.GroupQueries;
import io.entrasync.store.ImageStore;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.LeaseStore;
import io.entrasync.store.MailboxStore;
import io.entrasync.store.PlanStore;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunStore;
import io.entrasync.store.SkippedQueries;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** Everything that routes name, in one place for both runtimes. A bean is named as its class, in lowerCamel. */
public final class Beans {
    private final Settings settings;
    private final Directory directory;
    private final ObjectMapper json;
    private final Clock clock;
    private final BiConsumer<String, Object> bind;

    private final RunStore runs;
    private final RunQueries runQueries;
    private final DomainStore domains;
    private final ExemptionStore exemptions;
    private final ConnectionStore connection;

    private Beans(
            Settings settings, Directory directory, ObjectMapper json, Clock clock, BiConsumer<String, Object> bind) {
        this.settings = settings;
        this.directory = directory;
        this.json = json;
        this.clock = clock;
        this.bind = bind;
        LeaseStore lease = new LeaseStore(directory, clock);
        runs = new RunStore(directory, lease, json, clock);
        runQueries = new RunQueries(directory, json);
        domains = new DomainStore(directory);
        exemptions = new ExemptionStore(directory, clock);
        connection = new ConnectionStore(directory);
        bind.accept("leaseStore", lease);
    }

    /**
     * Makes the beans and hands each over under its name; seeds a new directory.
     *
     * @param bind takes name and bean; the registry of the runtime
     */
    public static void bind(
            Settings settings, Directory directory, ObjectMapper json, Clock clock, BiConsumer<String, Object> bind) {
        Beans beans = new Beans(settings, directory, json, clock, bind);
        new Seeding(beans.domains, beans.exemptions, beans.connection).seed(settings.directory());
        beans.bindStores();
        beans.bindRun();
        beans.bindGraph();
        beans.bindApi();
    }

    private void bindStores() {
        bind.accept("json", json);
        bind.accept("runStore", runs);
        bind.accept("runQueries", runQueries);
        bind.accept("itemQueries", new ItemQueries(directory));
        bind.accept("imageStore", new ImageStore(directory));
        bind.accept("planStore", new PlanStore(directory, clock));
        bind.accept("applyStore", new ApplyStore(directory, runs, clock));
        bind.accept("evidenceStore", new EvidenceStore(directory));
    }

    private void bindRun() {
        DomainCheck domainCheck = new DomainCheck(settings, domains, runQueries);
        bind.accept("scoping", new Scoping(settings, domains, exemptions));
        bind.accept("runProblems", new RunProblems(runs));
        bind.accept("schedule", new Schedule(settings, runQueries, clock));
        bind.accept("domainCheck", domainCheck);
        bind.accept("runReport", new RunReport(runQueries, domainCheck));
    }

    private void bindGraph() {
        GraphTokens tokens = new GraphTokens(settings::entra, clock);
        Authorization authorization = new Authorization(tokens);
        GraphAnswers answers = new GraphAnswers(json);
        GraphQueries queries =
                new GraphQueries(settings.graph(), settings.whom().filters().properties());
        Batches batches = new Batches(answers, queries, settings.graph());
        ConnectionCheck check = new ConnectionCheck(tokens, connection);
        bind.accept("authorization", authorization);
        bind.accept("connectionCheck", check);
        bind.accept("connectionProbe", new ConnectionProbe(check, connection));
        bind.accept(
                "connectionResource",
                new ConnectionResource(check, new ConnectionStateStore(directory, json, clock), settings));
        bind.accept("graphQueries", queries);
        bind.accept("graphReader", new GraphReader(answers));
        bind.accept("graphRedelivery", new GraphRedelivery(settings.graph(), authorization));
        bind.accept("graphThreads", GraphThreads.start(settings.graph().maxConcurrency()));
        bind.accept("paging", new Paging());
        bind.accept("batches", batches);
        bindMailboxesAndFilters(check, batches, queries);
        bind.accept("evidence", new Evidence(new EvidenceStore(directory), batches));
        bind.accept("rows", new GroupedBodyAggregationStrategy());
    }

    private void bindMailboxesAndFilters(ConnectionCheck check, Batches batches, GraphQueries queries) {
        MailboxStore mailboxes = new MailboxStore(directory, clock);
        bind.accept("mailboxStore", mailboxes);
        bind.accept("mailboxes", new Mailboxes(settings, check, mailboxes, batches));
        FilterStore filters = new FilterStore(directory);
        bind.accept("filterStore", filters);
        bind.accept("filterGroups", new FilterGroups(settings, filters, queries));
    }

    private void bindApi() {
        RequestBodies bodies = new RequestBodies(json);
        bind.accept("apiErrors", new ApiErrors());
        bind.accept("runStart", new RunStart(bodies, settings, runs, runQueries));
        bind.accept("runsResource", new RunsResource(runQueries, new SkippedQueries(directory)));
        bind.accept("itemsResource", new ItemsResource(runQueries, new ItemQueries(directory)));
        bind.accept("accountsResource", new AccountsResource(new AccountQueries(directory)));
        bind.accept("groupsResource", new GroupsResource(new GroupQueries(directory)));
        bind.accept("domainsResource", new DomainsResource(bodies, domains, new DomainQueries(directory)));
        bind.accept("exemptionsResource", new ExemptionsResource(bodies, exemptions, new ExemptionQueries(directory)));
    }
}
