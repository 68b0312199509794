package io.entrasync.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.api.ConnectionResource;
import io.entrasync.api.ExplainResource;
import io.entrasync.connection.GraphTokens;
import io.entrasync.graph.Batches;
import io.entrasync.graph.GraphAnswers;
import io.entrasync.graph.GraphQueries;
import io.entrasync.graph.GraphReader;
import io.entrasync.graph.Paging;
import io.entrasync.run.Authorization;
import io.entrasync.run.ConnectionCheck;
import io.entrasync.run.ConnectionProbe;
import io.entrasync.run.ConnectionWatch;
import io.entrasync.run.DomainCheck;
import io.entrasync.run.Evidence;
import io.entrasync.run.Explaining;
import io.entrasync.run.FilterGroups;
import io.entrasync.run.Health;
import io.entrasync.run.HiddenMembers;
import io.entrasync.run.Mailboxes;
import io.entrasync.run.RunProblems;
import io.entrasync.run.RunReport;
import io.entrasync.run.Schedule;
import io.entrasync.run.Scoping;
import io.entrasync.run.SecretExpiry;
import io.entrasync.run.SecretQuestion;
import io.entrasync.run.Seeding;
import io.entrasync.run.Staleness;
import io.entrasync.settings.Configured;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import io.entrasync.store.EvidenceStore;
import io.entrasync.store.ExplainQueries;
import io.entrasync.store.FilterStore;
import io.entrasync.store.MailboxStore;
import io.entrasync.store.Rehearsal;
import io.entrasync.store.SpacingStore;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** Everything that routes name, in one place for both runtimes. A bean is named as its class, in lowerCamel. */
public final class Beans {
    /** As they were at the start, for what takes no change but by a restart. */
    private final Settings settings;

    private final Directory directory;
    private final ObjectMapper json;
    private final Clock clock;
    private final BiConsumer<String, Object> bind;

    private final Stores stores;
    private final ConnectionWatch watch;
    private final SecretExpiry secretExpiry;

    private Beans(
            Configured configured,
            Directory directory,
            ObjectMapper json,
            Clock clock,
            BiConsumer<String, Object> bind) {
        this.settings = configured.settings();
        this.directory = directory;
        this.json = json;
        this.clock = clock;
        this.bind = bind;
        stores = new Stores(configured, directory, json, clock);
        watch = new ConnectionWatch(this::entra, settings.graph(), stores.connection);
        secretExpiry = new SecretExpiry(this::entra, settings.graph().baseUrl(), stores.connection, clock);
    }

    /**
     * Makes the beans and hands each over under its name; seeds a new directory.
     *
     * @param bind takes name and bean; the registry of the runtime
     */
    public static void bind(
            Configured configured,
            Directory directory,
            ObjectMapper json,
            Clock clock,
            BiConsumer<String, Object> bind) {
        Beans beans = new Beans(configured, directory, json, clock, bind);
        new Seeding(beans.stores.domains, beans.stores.exemptions, beans.stores.connection)
                .seed(beans.settings.directory());
        beans.stores.settings.dropOutdated();
        beans.watch.look();
        bind.accept("json", json);
        bind.accept("connectionWatch", beans.watch);
        beans.stores.bind(bind);
        Scoping scoping = new Scoping(beans.stores.runSettings, beans.stores.domains, beans.stores.exemptions);
        MailBeans mail = beans.bindRun(scoping);
        mail.bind(beans.bindGraph(scoping), bind);
        ApiBeans.bind(directory, beans.stores, beans.watch, json, bind);
    }

    private Settings.Entra entra() {
        return stores.settings.get().entra();
    }

    private MailBeans bindRun(Scoping scoping) {
        DomainCheck domainCheck =
                new DomainCheck(stores.runSettings, stores.settings, stores.domains, stores.runQueries);
        bind.accept("scoping", scoping);
        bind.accept("runProblems", new RunProblems(stores.runs, stores.connection));
        SpacingStore spacings = new SpacingStore(directory, stores.audit, clock);
        bind.accept("spacingStore", spacings);
        Schedule schedule = new Schedule(stores.settings, stores.runQueries, spacings, clock);
        bind.accept("schedule", schedule);
        Staleness staleness = bindHealth();
        bind.accept("domainCheck", domainCheck);
        bind.accept("runReport", new RunReport(stores.runQueries, domainCheck));
        return new MailBeans(directory, stores, clock, schedule, staleness, secretExpiry, domainCheck);
    }

    private Staleness bindHealth() {
        Staleness staleness = new Staleness(stores.settings, stores.runQueries, clock);
        bind.accept("staleness", staleness);
        bind.accept("secretExpiry", secretExpiry);
        bind.accept(
                "health", new Health(stores.settings, stores.connection, stores.runQueries, staleness, secretExpiry));
        return staleness;
    }

    private ConnectionCheck bindGraph(Scoping scoping) {
        GraphTokens tokens = new GraphTokens(this::entra, clock);
        bind.accept("graphTokens", tokens);
        Authorization authorization = new Authorization(tokens);
        GraphAnswers answers = new GraphAnswers(json);
        GraphQueries queries = new GraphQueries(settings.graph());
        Batches batches = new Batches(answers, queries, settings.graph());
        ConnectionCheck check = new ConnectionCheck(tokens, stores.connection, watch);
        bind.accept("authorization", authorization);
        bindConnection(check, queries);
        bind.accept("graphQueries", queries);
        bind.accept("graphReader", new GraphReader(answers));
        bind.accept("graphRedelivery", new GraphRedelivery(settings.graph(), authorization));
        bind.accept("graphThreads", GraphThreads.start(settings.graph().maxConcurrency()));
        bind.accept("hiddenMembers", new HiddenMembers(tokens, stores.images));
        bind.accept("paging", new Paging());
        bind.accept("batches", batches);
        Mailboxes mailboxes = bindMailboxesAndFilters(check, batches, queries);
        bindExplain(scoping, check, mailboxes, queries);
        bind.accept("evidence", new Evidence(new EvidenceStore(directory), batches));
        bind.accept("rows", new GroupedBodyAggregationStrategy());
        return check;
    }

    private void bindConnection(ConnectionCheck check, GraphQueries queries) {
        bind.accept("connectionCheck", check);
        bind.accept("connectionProbe", new ConnectionProbe(check, stores.connection, secretExpiry));
        bind.accept(
                "connectionResource", new ConnectionResource(check, stores.connection, stores.rebinding, secretExpiry));
        bind.accept(
                "secretQuestion",
                new SecretQuestion(this::entra, settings.graph().baseUrl(), check, queries, stores.connection, clock));
    }

    private void bindExplain(Scoping scoping, ConnectionCheck check, Mailboxes mailboxes, GraphQueries queries) {
        Rehearsal rehearsal = new Rehearsal(directory, json, clock);
        bind.accept("rehearsal", rehearsal);
        Explaining explaining = new Explaining(
                stores.settings, scoping, check, mailboxes, queries, new ExplainQueries(directory), rehearsal);
        bind.accept("explaining", explaining);
        bind.accept("explainResource", new ExplainResource(explaining));
    }

    private Mailboxes bindMailboxesAndFilters(ConnectionCheck check, Batches batches, GraphQueries queries) {
        MailboxStore store = new MailboxStore(directory, clock);
        Mailboxes mailboxes =
                new Mailboxes(stores.runSettings, settings.graph().maxConcurrency(), check, store, batches);
        bind.accept("mailboxStore", store);
        bind.accept("mailboxes", mailboxes);
        FilterStore filters = new FilterStore(directory);
        bind.accept("filterStore", filters);
        bind.accept("filterGroups", new FilterGroups(stores.runSettings, filters, queries));
        return mailboxes;
    }
}
