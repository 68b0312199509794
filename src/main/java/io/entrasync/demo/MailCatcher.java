package io.entrasync.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** The demo's mail server: takes every mail, delivers none, and keeps the last hundred in memory. */
final class MailCatcher implements AutoCloseable {
    private static final int KEPT = 100;

    private final Clock clock;
    private final SMTPServer server;
    private final Deque<CaughtMail> caught = new ArrayDeque<>();
    private int number;

    /**
     * Starts on this machine alone.
     *
     * @param port 0: a free one
     * @throws RuntimeException if the port is taken
     */
    MailCatcher(int port, Clock clock) {
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Taking())
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** The newest first. */
    synchronized List<CaughtMail> mails() {
        return List.copyOf(caught);
    }

    synchronized Optional<CaughtMail> find(String id) {
        return caught.stream()
                .filter(mail -> String.valueOf(mail.id()).equals(id))
                .findFirst();
    }

    private synchronized void keep(String from, List<String> to, byte[] raw) {
        caught.addFirst(new CaughtMail(++number, from, List.copyOf(to), clock.instant(), raw));
        if (caught.size() > KEPT) {
            caught.removeLast();
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail as it comes in. */
    private final class Taking implements MessageHandler {
        private final List<String> to = new ArrayList<>();
        private String from = "";

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) {
            to.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            keep(from, to, data.readAllBytes());
            return "Caught";
        }

        @Override
        public void done() {
            // everything is kept by then
        }
    }
}
