package io.entrasync.flow;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.entrasync.connection.MovableClock;
import io.entrasync.model.Run;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A company with a tech contact, a mail server that keeps what it gets, and a clock that a test moves. */
final class Mailed implements AutoCloseable {
    static final String CONTACT = "contact@partner.example";

    /** Some Tuesday, half an hour before the summary is due. */
    static final Instant BEGIN = Instant.parse("2026-11-24T06:30:00Z");

    final MovableClock clock = new MovableClock();
    final Company company;
    private final Map<String, String> settings;
    private final HikariDataSource keeper;
    private GreenMail server;
    private final List<MimeMessage> seen = new ArrayList<>();

    Mailed(TestDatabase database) throws Exception {
        this(database, Map.of());
    }

    Mailed(TestDatabase database, Map<String, String> more) throws Exception {
        clock.set(BEGIN);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        settings = new HashMap<>(Map.of(
                "when.frequency", "24h",
                "report.zone", "UTC",
                "tech-contact", CONTACT,
                "mail.host", "127.0.0.1",
                "mail.port", String.valueOf(server.getSmtp().getPort()),
                "mail.tls", "none",
                "mail.from", "sync@service.example",
                "console.public-url", "https://console.example/sync"));
        settings.putAll(more);
        settings.values().removeIf(String::isEmpty);
        // keeps a database in memory alive while no product runs on it
        keeper = database.open();
        company = new Company(this::pool, UnaryOperator.identity(), settings, clock);
    }

    private HikariDataSource pool() {
        return TestDatabase.pool(keeper.getJdbcUrl(), keeper.getUsername());
    }

    /** Another node of the same service. */
    Product node() throws Exception {
        return node(Map.of());
    }

    /** The service after a restart with some settings changed. */
    Product node(Map<String, String> different) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(different);
        all.values().removeIf(String::isEmpty);
        return Product.start(this::pool, UnaryOperator.identity(), company.graph.baseUrl(), all, clock);
    }

    /** What the schedule asks each half minute. */
    void tick() {
        tick(company.product);
    }

    static void tick(Product node) {
        node.camel().createFluentProducerTemplate().to("direct:summary-watch").send();
    }

    void tick(Duration later) {
        clock.forward(later);
        tick();
    }

    Run scheduled() {
        return company.product.sync(Run.Trigger.SCHEDULED, Run.Mode.APPLY);
    }

    /** The mails that came since this was last asked, in order. */
    List<MimeMessage> mails() {
        List<MimeMessage> all = List.of(server.getReceivedMessages());
        List<MimeMessage> fresh = all.subList(seen.size(), all.size());
        seen.addAll(fresh);
        return fresh;
    }

    List<String> subjects() {
        return mails().stream().map(Mailed::subject).toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain part of a mail. */
    static String text(MimeMessage mail) {
        try {
            Part part = mail;
            while (part.getContent() instanceof Multipart parts) {
                part = parts.getBodyPart(0);
            }
            return String.valueOf(part.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail as it came over the wire. */
    static String raw(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail);
    }

    String port() {
        return String.valueOf(settings.get("mail.port"));
    }

    void stopMailServer() {
        server.stop();
    }

    void startMailServer() {
        int port = Integer.parseInt(settings.get("mail.port"));
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        seen.clear();
    }

    @Override
    public void close() {
        company.close();
        server.stop();
        keeper.close();
    }
}
