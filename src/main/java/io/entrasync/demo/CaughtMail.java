package io.entrasync.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the demo's mail server took.
 *
 * @param from the envelope's sender, and {@code to} its recipients
 * @param raw the message as it came
 */
record CaughtMail(int id, String from, List<String> to, Instant receivedAt, byte[] raw) {
    /** What lists show of it. */
    record Entry(
            String id,
            String from,
            List<String> to,
            @Nullable String subject,
            Instant receivedAt) {}

    Entry entry() throws MessagingException {
        return new Entry(String.valueOf(id), from, to, message().getSubject(), receivedAt);
    }

    String text() {
        return new String(raw, StandardCharsets.UTF_8);
    }

    /** The part for browsers; empty if it has none. */
    Optional<String> html() throws MessagingException, IOException {
        return html(message());
    }

    private static Optional<String> html(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> html = html(inner);
                if (html.isPresent()) {
                    return html;
                }
            }
        }
        return Optional.empty();
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }
}
