package io.entrasync.run;

import io.entrasync.model.RegisteredDomain.Purpose;
import io.entrasync.scope.ExemptSubject;
import io.entrasync.scope.MailAddress;
import io.entrasync.settings.InvalidSettingException;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.DomainStore;
import io.entrasync.store.ExemptionStore;
import java.util.List;

/**
 * Fills a new directory with the configured domains and exemptions. Later they are changed through the API alone, so
 * that a domain which an operator removed does not come back with the next restart.
 */
public final class Seeding {
    private final DomainStore domains;
    private final ExemptionStore exemptions;
    private final ConnectionStore state;

    public Seeding(DomainStore domains, ExemptionStore exemptions, ConnectionStore state) {
        this.domains = domains;
        this.exemptions = exemptions;
        this.state = state;
    }

    /**
     * Seeds once; values that are not allowed are refused at every start.
     *
     * @throws InvalidSettingException naming the key and the value
     */
    public void seed(Settings.Directory configured) {
        List<String> names = configured.domains().stream().map(Seeding::domain).toList();
        List<String> subjects =
                configured.exempt().stream().map(Seeding::subject).toList();
        if (state.isSeeded()) {
            return;
        }
        names.forEach(name -> domains.add(name, Purpose.RELAY));
        subjects.forEach(subject -> exemptions.seed(subject));
        state.seeded();
    }

    private static String domain(String text) {
        return MailAddress.domain(text)
                .orElseThrow(() -> new InvalidSettingException("domains", text, "domain names separated by commas"));
    }

    private static String subject(String text) {
        return ExemptSubject.parse(text)
                .orElseThrow(() -> new InvalidSettingException(
                        "exempt", text, "mail addresses and object ids separated by commas"));
    }
}
