package io.entrasync.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.api.AccountsResource;
import io.entrasync.api.ApiErrors;
import io.entrasync.api.ApprovalResource;
import io.entrasync.api.AuditResource;
import io.entrasync.api.DomainsResource;
import io.entrasync.api.ExemptionsResource;
import io.entrasync.api.GroupsResource;
import io.entrasync.api.ItemsResource;
import io.entrasync.api.LoginsResource;
import io.entrasync.api.RequestBodies;
import io.entrasync.api.RunStart;
import io.entrasync.api.RunsResource;
import io.entrasync.api.SettingsPreviews;
import io.entrasync.api.SettingsResource;
import io.entrasync.run.ConnectionWatch;
import io.entrasync.store.AccountQueries;
import io.entrasync.store.AuditQueries;
import io.entrasync.store.Directory;
import io.entrasync.store.DomainQueries;
import io.entrasync.store.ExemptionQueries;
import io.entrasync.store.GroupQueries;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.PreviewStore;
import io.entrasync.store.SkippedQueries;
import java.util.function.BiConsumer;

/** The resources behind the REST routes. */
final class ApiBeans {
    private ApiBeans() {}

    static void bind(
            Directory directory,
            Stores stores,
            ConnectionWatch watch,
            ObjectMapper json,
            BiConsumer<String, Object> bind) {
        RequestBodies bodies = new RequestBodies(json);
        bind.accept("apiErrors", new ApiErrors());
        bind.accept("runStart", new RunStart(bodies, stores.settings, stores.runs, stores.runQueries));
        bind.accept("runsResource", new RunsResource(stores.runQueries, new SkippedQueries(directory)));
        bind.accept(
                "approvalResource", new ApprovalResource(bodies, stores.runQueries, stores.approvals, stores.choices));
        bind.accept("itemsResource", new ItemsResource(stores.runQueries, new ItemQueries(directory)));
        bind.accept("accountsResource", new AccountsResource(bodies, new AccountQueries(directory), stores.accounts));
        bind.accept("auditResource", new AuditResource(new AuditQueries(directory)));
        bind.accept(
                "loginsResource",
                new LoginsResource(
                        stores.adminLogins, stores.settings.get().console().username()));
        bind.accept("groupsResource", new GroupsResource(new GroupQueries(directory)));
        bind.accept("domainsResource", new DomainsResource(bodies, stores.domains, new DomainQueries(directory)));
        SettingsResource settings = new SettingsResource(bodies, stores.settings, watch);
        bind.accept("settingsResource", settings);
        bind.accept(
                "settingsPreviews",
                new SettingsPreviews(
                        settings, new PreviewStore(directory, stores.settings, new ItemQueries(directory))));
        bind.accept(
                "exemptionsResource",
                new ExemptionsResource(bodies, stores.exemptions, new ExemptionQueries(directory)));
    }
}
