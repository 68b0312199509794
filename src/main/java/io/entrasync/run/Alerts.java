package io.entrasync.run;

import io.entrasync.mail.Letters;
import io.entrasync.settings.Frequency;
import io.entrasync.settings.SettingOverride;
import io.entrasync.settings.Settings;
import io.entrasync.store.AlertStore;
import io.entrasync.store.AlertStore.Alert;
import io.entrasync.store.ContactStore;
import io.entrasync.store.MailStore;
import io.entrasync.store.SettingStore;
import io.entrasync.summary.AlertKind;
import io.entrasync.summary.AlertRound;
import io.entrasync.summary.Cause;
import io.entrasync.summary.Notice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at once what somebody has to know: each cause once a day, and when it is over. */
public final class Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final Causes causes;
    private final AlertStore store;
    private final ContactStore contacts;
    private final Contact contact;
    private final MailStore mails;
    private final SettingStore settings;
    private final Letters letters;
    private final Clock clock;

    public Alerts(
            Causes causes,
            AlertStore store,
            ContactStore contacts,
            Contact contact,
            MailStore mails,
            SettingStore settings,
            Letters letters,
            Clock clock) {
        this.causes = causes;
        this.store = store;
        this.contacts = contacts;
        this.contact = contact;
        this.mails = mails;
        this.settings = settings;
        this.letters = letters;
        this.clock = clock;
    }

    /** Looks what is wrong now, and makes the mails about what is new. */
    public void look() {
        List<Cause> now = causes.now();
        ZoneId zone = settings.get().summary().zone();
        boolean tells = !contact.recipients().isEmpty();
        AlertRound round = store.look(now, zone);
        boolean changes = !round.opened().isEmpty() || !round.closed().isEmpty();
        if (changes || (tells && !round.told().isEmpty())) {
            AlertRound kept = store.keep(now, zone, tells, this::write);
            kept.opened()
                    .forEach(cause ->
                            LOG.warn("{}: {}", cause.kind(), cause.warning().detail()));
            kept.closed().forEach(over -> LOG.info("{} is over", over.kind()));
        }
        watchFrequency(tells);
    }

    private List<Alert> write(AlertRound round) {
        LocalDate today = today();
        Map<AlertKind, List<Cause>> byKind = new LinkedHashMap<>();
        round.told().forEach(cause -> byKind.computeIfAbsent(cause.kind(), kind -> new ArrayList<>())
                .add(cause));
        List<Alert> alerts = new ArrayList<>();
        byKind.forEach((kind, some) -> {
            List<String> subjects = some.stream().map(Cause::subject).sorted().toList();
            List<Notice> warnings = some.stream().map(Cause::warning).toList();
            alerts.add(new Alert(key("alert", kind + " " + subjects, today), letters.alert(warnings)));
        });
        if (!round.recovered().isEmpty()) {
            alerts.add(new Alert(
                    key("recovered", String.valueOf(round.recovered()), today), letters.recovery(round.recovered())));
        }
        return alerts;
    }

    private static String key(String what, String subjects, LocalDate day) {
        return "%s-%s-%08x".formatted(what, day, subjects.hashCode());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.get().summary().zone());
    }

    /** Where scheduled runs end, the summary ends too: that is told in a last mail. */
    private void watchFrequency(boolean tells) {
        Settings now = settings.get();
        boolean on = now.when().frequency() != Frequency.NEVER;
        Boolean before = contacts.state().scheduled();
        if (before != null && before == on) {
            return;
        }
        if (before != null && !on && tells) {
            SettingOverride override = settings.current().override("when.frequency");
            mails.add("last-" + today(), false, null, letters.last(override));
        }
        contacts.scheduled(on);
    }
}
