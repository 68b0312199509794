package io.entrasync.run;

import io.entrasync.export.ItemsCsv;
import io.entrasync.mail.MailFailure;
import io.entrasync.mail.MailMessages;
import io.entrasync.mail.OutgoingMail;
import io.entrasync.settings.Settings;
import io.entrasync.store.ItemQueries;
import io.entrasync.store.MailStore;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mails that wait to leave, one after the other. */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int CSV_PAGE = 500;

    private final Supplier<Settings> settings;
    private final MailStore mails;
    private final ItemQueries items;
    private final Contact contact;

    public Outbox(Supplier<Settings> settings, MailStore mails, ItemQueries items, Contact contact) {
        this.settings = settings;
        this.mails = mails;
        this.items = items;
        this.contact = contact;
    }

    /** Takes the next mail that is due; null if there is none, or nobody to send it to. */
    public @Nullable OutgoingMail next() {
        return contact.recipients().isEmpty() ? null : mails.claim().orElse(null);
    }

    /** The mail as it goes over the wire, to whoever is to be told now. */
    public MimeMessage message(OutgoingMail mail) throws MessagingException, IOException {
        Settings now = settings.get();
        List<String> recipients = contact.recipients();
        if (recipients.isEmpty()) {
            throw new SendFailedException("There is nobody to send it to.");
        }
        return MailMessages.make(
                mail, now.mail(), now.summary().zone(), recipients, mails.directoryId(), changes(mail));
    }

    private @Nullable InputStream changes(OutgoingMail mail) {
        Instant from = mail.coversFrom();
        Instant until = mail.coversUntil();
        return from == null || until == null
                ? null
                : ItemsCsv.of(last -> items.appliedAfter(from, until, last, CSV_PAGE));
    }

    public void sent(OutgoingMail mail) {
        mails.sent(mail.id());
        LOG.info("Mail sent: {}", mail.key());
    }

    /** It did not leave, or not to everybody: who got it must not get it again. */
    public void failed(OutgoingMail mail, Throwable failure) {
        String why = MailFailure.explain(failure, settings.get().mail());
        if (failure instanceof SendFailedException partly
                && partly.getValidSentAddresses() != null
                && partly.getValidSentAddresses().length > 0) {
            LOG.warn("Mail {} reached only some of its recipients: {}", mail.key(), why);
            sent(mail);
            return;
        }
        LOG.warn("Mail {} did not leave, the next try is at {}: {}", mail.key(), mails.failed(mail, why), why);
    }
}
