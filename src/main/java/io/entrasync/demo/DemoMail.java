package io.entrasync.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mails that the demo sent, to look at. */
public final class DemoMail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoMail.class);
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String HTML_SUFFIX = ".html";

    private final ObjectMapper json;
    private final @Nullable MailCatcher catcher;

    /**
     * Starts to catch mails; where the port is taken, the demo goes on without.
     *
     * @param port 0: a free one
     */
    public DemoMail(int port, ObjectMapper json, Clock clock) {
        this.json = json;
        this.catcher = start(port, clock);
    }

    private static @Nullable MailCatcher start(int port, Clock clock) {
        try {
            return new MailCatcher(port, clock);
        } catch (RuntimeException taken) {
            LOG.warn(
                    "The demo's mails are not caught: port {} is taken; entrasync.mail.port chooses another ({})",
                    port,
                    taken.getMessage());
            return null;
        }
    }

    /** Where mails are taken; 0 if they are not. */
    public int port() {
        return catcher == null ? 0 : catcher.port();
    }

    /** All mails that are kept, the newest first, without their content. */
    public DemoAnswer list() throws MessagingException, JsonProcessingException {
        List<CaughtMail.Entry> entries = new ArrayList<>();
        for (CaughtMail mail : catcher == null ? List.<CaughtMail>of() : catcher.mails()) {
            entries.add(mail.entry());
        }
        return new DemoAnswer(200, "application/json", json.writeValueAsString(entries));
    }

    /** One mail as it was sent; with {@code .html} behind its id, the part for browsers. */
    public DemoAnswer read(String id) throws MessagingException, IOException {
        boolean html = id.endsWith(HTML_SUFFIX);
        String number = html ? id.substring(0, id.length() - HTML_SUFFIX.length()) : id;
        Optional<CaughtMail> mail = catcher == null ? Optional.empty() : catcher.find(number);
        if (mail.isEmpty()) {
            return new DemoAnswer(404, TEXT, "There is no such mail.");
        }
        if (!html) {
            return new DemoAnswer(200, TEXT, mail.get().text());
        }
        return mail.get()
                .html()
                .map(page -> new DemoAnswer(200, "text/html; charset=UTF-8", page))
                .orElse(new DemoAnswer(404, TEXT, "This mail has no part for browsers."));
    }

    @Override
    public void close() {
        if (catcher != null) {
            catcher.close();
        }
    }
}
