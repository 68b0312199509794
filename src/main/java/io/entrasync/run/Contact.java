package io.entrasync.run;

import io.entrasync.settings.Frequency;
import io.entrasync.settings.Origin;
import io.entrasync.settings.SettingOverride;
import io.entrasync.settings.Settings;
import io.entrasync.store.ContactStore;
import io.entrasync.store.SettingStore;
import io.entrasync.summary.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tech contact: whether somebody reads the mails, and what happens if nobody does. */
public final class Contact {
    private static final Logger LOG = LoggerFactory.getLogger(Contact.class);
    private static final String FREQUENCY = "when.frequency";

    private final SettingStore settings;
    private final ContactStore store;
    private final Clock clock;

    public Contact(SettingStore settings, ContactStore store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    /** Why nobody receives the summary; empty if somebody does. */
    public Optional<String> trouble() {
        Settings now = settings.get();
        String address = now.summary().techContact();
        if (address == null) {
            return Optional.of("No tech contact is set.");
        }
        if (now.mail().host() == null) {
            return Optional.of("No mail server is set, so mails to " + address + " cannot leave.");
        }
        return store.trouble(address).map(trouble -> "The tech contact is " + address + ". " + trouble);
    }

    /** Who is told: the tech contact, else all administrators; nobody if mails cannot leave. */
    public List<String> recipients() {
        Settings now = settings.get();
        String address = now.summary().techContact();
        if (now.mail().host() == null) {
            return List.of();
        }
        return address != null && store.trouble(address).isEmpty() ? List.of(address) : store.admins();
    }

    /**
     * Why nobody receives the summary although there should be one; empty if somebody does, or somebody switched
     * scheduled runs off.
     */
    public Optional<String> loss() {
        if (isOn()) {
            return trouble().map(trouble -> trouble + deadline());
        }
        SettingOverride override = settings.current().override(FREQUENCY);
        boolean bySystem = override != null && override.origin() == Origin.SYSTEM;
        return bySystem ? trouble().map(trouble -> trouble + " Scheduled runs are off for it.") : Optional.empty();
    }

    private String deadline() {
        Instant since = store.state().lostSince();
        Duration grace = settings.get().summary().grace();
        return since == null ? "" : " Scheduled runs end at " + UtcTime.of(since.plus(grace)) + " if that stays so.";
    }

    private boolean isOn() {
        return settings.get().when().frequency() != Frequency.NEVER;
    }

    /** Looks after the time of grace; after it scheduled runs end by themselves. */
    public void look() {
        Optional<String> trouble = isOn() ? trouble() : Optional.empty();
        if (trouble.isEmpty()) {
            store.found();
        } else if (store.lost()) {
            LOG.warn("Nobody receives the daily summary: {}{}", trouble.get(), deadline());
        } else {
            end(trouble.get(), store.state().lostSince());
        }
    }

    private void end(String trouble, @Nullable Instant since) {
        Duration grace = settings.get().summary().grace();
        if (since == null || clock.instant().isBefore(since.plus(grace))) {
            return;
        }
        String reason = "Nobody has received the daily summary since %s. %s".formatted(UtcTime.of(since), trouble);
        settings.change(Map.of(FREQUENCY, "never"), Origin.SYSTEM, "SYSTEM", reason);
        LOG.warn("Scheduled runs are off from now on: {}", reason);
    }
}
