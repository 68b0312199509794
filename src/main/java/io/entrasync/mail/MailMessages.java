package io.entrasync.mail;

import io.entrasync.settings.MailSettings;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes what goes over the wire: headers, both texts, and the changes as CSV. */
public final class MailMessages {
    /** A larger file is packed, so that mail servers take it. */
    private static final int LARGEST_PLAIN = 1_000_000;

    private MailMessages() {}

    /**
     * A mail as MIME.
     *
     * @param directoryId keeps the mails of two directories apart
     * @param csv the changes it tells; null for a mail that tells none
     */
    public static MimeMessage make(
            OutgoingMail mail,
            MailSettings settings,
            ZoneId zone,
            List<String> recipients,
            String directoryId,
            @Nullable InputStream csv)
            throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        String from = from(settings, recipients.get(0));
        String domain = from.substring(from.lastIndexOf('@') + 1);
        message.setFrom(new InternetAddress(from, "Entra ID Sync", "UTF-8"));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Message-ID", "<%s.%s@%s>".formatted(mail.key(), directoryId, domain));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Id", "Entra ID Summary <entra-id-summary.%s>".formatted(domain));
        MimeMultipart texts = texts(mail);
        if (csv == null) {
            message.setContent(texts);
        } else {
            MimeBodyPart body = new MimeBodyPart();
            body.setContent(texts);
            String day = mail.createdAt().atZone(zone).toLocalDate().toString();
            message.setContent(new MimeMultipart("mixed", body, attachment("entra-id-changes-" + day, csv)));
        }
        return message;
    }

    private static String from(MailSettings settings, String recipient) {
        if (settings.from() != null) {
            return settings.from();
        }
        String user = settings.username();
        return user != null && user.indexOf('@') > 0
                ? user
                : "entra-sync" + recipient.substring(recipient.lastIndexOf('@')).toLowerCase(Locale.ROOT);
    }

    private static MimeMultipart texts(OutgoingMail mail) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(mail.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), "UTF-8", "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static MimeBodyPart attachment(String name, InputStream csv) throws MessagingException, IOException {
        byte[] bytes = csv.readAllBytes();
        boolean large = bytes.length > LARGEST_PLAIN;
        ByteArrayDataSource content = large
                ? new ByteArrayDataSource(zip(name + ".csv", bytes), "application/zip")
                : new ByteArrayDataSource(bytes, "text/csv; charset=UTF-8");
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(content));
        part.setFileName(name + (large ? ".csv.zip" : ".csv"));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
        return packed.toByteArray();
    }
}
