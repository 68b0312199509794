package io.entrasync.runtime;

import io.entrasync.api.SummaryResource;
import io.entrasync.mail.Letters;
import io.entrasync.run.Alerts;
import io.entrasync.run.Causes;
import io.entrasync.run.ConnectionCheck;
import io.entrasync.run.Contact;
import io.entrasync.run.DailySummary;
import io.entrasync.run.DomainCheck;
import io.entrasync.run.Notices;
import io.entrasync.run.Outbox;
import io.entrasync.run.Schedule;
import io.entrasync.run.SecretExpiry;
import io.entrasync.run.Staleness;
import io.entrasync.run.SummaryMaking;
import io.entrasync.store.AlertStore;
import io.entrasync.store.CauseQueries;
import io.entrasync.store.ContactStore;
import io.entrasync.store.Directory;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.MailStore;
import io.entrasync.store.SummaryQueries;
import java.time.Clock;
import java.util.function.BiConsumer;

/** What tells people: the daily summary, the alerts, and the mails that carry them. */
record MailBeans(
        Directory directory,
        Stores stores,
        Clock clock,
        Schedule schedule,
        Staleness staleness,
        SecretExpiry secret,
        DomainCheck domainCheck) {

    void bind(ConnectionCheck check, BiConsumer<String, Object> bind) {
        MailStore mails = new MailStore(directory, clock);
        ContactStore contacts = new ContactStore(directory, clock);
        Contact contact = new Contact(stores.settings, contacts, clock);
        Letters letters = new Letters(stores.settings);
        Causes causes = new Causes(
                new CauseQueries(directory), stores.connection, staleness, secret, contact, domainCheck, clock);
        Notices warnings = new Notices(mails, secret, check);
        SummaryQueries queries = new SummaryQueries(directory, stores.problems);
        SummaryMaking making = new SummaryMaking(queries, stores.runQueries, causes, domainCheck, warnings, schedule);
        DailySummary summaries =
                new DailySummary(stores.settings, making, mails, stores.runQueries, contact, letters, clock);
        AlertStore told = new AlertStore(directory, clock);
        bind.accept("contact", contact);
        bind.accept("alerts", new Alerts(causes, told, contacts, contact, mails, stores.settings, letters, clock));
        bind.accept("dailySummary", summaries);
        bind.accept("outbox", new Outbox(stores.settings, mails, new ItemQueries(directory), contact));
        bind.accept("mailSender", MailServer.sender(stores.settings.get().mail()));
        bind.accept("summaryResource", new SummaryResource(summaries, contact));
    }
}
