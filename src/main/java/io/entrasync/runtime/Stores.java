package io.entrasync.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.settings.Configured;
import io.entrasync.store.AccountStore;
import io.entrasync.store.AdminLogins;
import io.entrasync.store.ApplyStore;
import io.entrasync.store.ApprovalStore;
import io.entrasync.store.AuditStore;
import io.entrasync.store.ChoiceStore;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.Directory;
import io.entrasync.store.DomainStore;
import io.entrasync.store.EvidenceStore;
import io.entrasync.store.ExemptionStore;
import io.entrasync.store.ImageStore;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.LeaseStore;
import io.entrasync.store.Leftovers;
import io.entrasync.store.PlanStore;
import io.entrasync.store.RebindStore;
import io.entrasync.store.RunEnd;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunSettings;
import io.entrasync.store.RunStore;
import io.entrasync.store.SettingStore;
import io.entrasync.store.StoredProblems;
import java.time.Clock;
import java.util.function.BiConsumer;

/** Everything that reads and writes the directory database, made once. */
final class Stores {
    final LeaseStore lease;
    final StoredProblems problems;
    final Leftovers leftovers;
    final SettingStore settings;
    final RunSettings runSettings;
    final RunStore runs;
    final RunQueries runQueries;
    final DomainStore domains;
    final ExemptionStore exemptions;
    final ConnectionStore connection;
    final ApprovalStore approvals;
    final ChoiceStore choices;
    final AuditStore audit;
    final AccountStore accounts;
    final AdminLogins adminLogins;
    final RebindStore rebinding;
    final ImageStore images;
    private final Directory directory;
    private final Clock clock;

    Stores(Configured configured, Directory directory, ObjectMapper json, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        lease = new LeaseStore(directory, clock);
        problems = new StoredProblems(json);
        leftovers = new Leftovers(directory, lease, problems, clock);
        audit = new AuditStore(clock);
        settings = new SettingStore(directory, configured, audit, clock);
        runSettings = new RunSettings(directory, settings);
        runs = new RunStore(directory, lease, leftovers, settings, problems, clock);
        runQueries = new RunQueries(directory, problems);
        accounts = new AccountStore(directory, audit, clock);
        adminLogins = new AdminLogins(directory, audit, clock);
        domains = new DomainStore(directory, audit);
        exemptions = new ExemptionStore(directory, audit, clock);
        connection = new ConnectionStore(directory, problems, clock);
        approvals = new ApprovalStore(directory, lease, settings, audit, clock);
        choices = new ChoiceStore(directory, audit, clock);
        images = new ImageStore(directory, lease);
        rebinding = new RebindStore(directory, lease, audit, problems, clock);
    }

    /** Hands over those that routes name. */
    void bind(BiConsumer<String, Object> bind) {
        bind.accept("leaseStore", lease);
        bind.accept("leftovers", leftovers);
        bind.accept("settingStore", settings);
        bind.accept("runStore", runs);
        bind.accept("runEnd", new RunEnd(directory, problems, lease, clock));
        bind.accept("approvalStore", approvals);
        bind.accept("choiceStore", choices);
        bind.accept("domainStore", domains);
        bind.accept("exemptionStore", exemptions);
        bind.accept("runQueries", runQueries);
        bind.accept("itemQueries", new ItemQueries(directory));
        bind.accept("imageStore", images);
        bind.accept("planStore", new PlanStore(directory, lease, clock));
        bind.accept("applyStore", new ApplyStore(directory, clock));
        bind.accept("connectionStore", connection);
        bind.accept("rebindStore", rebinding);
        bind.accept("evidenceStore", new EvidenceStore(directory));
    }
}
