package io.entrasync.fake;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that wants TLS, a login, or both. */
public final class SmtpServer implements AutoCloseable {
    public enum Tls {
        NONE,
        STARTTLS,
        /** From the first byte on. */
        TLS
    }

    private static final String PASSWORD = "mail-password";

    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private SmtpServer(Tls tls, SSLContext context) {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, session) -> {
                    logins.add(user);
                    if (!password.equals(PASSWORD)) {
                        throw new LoginFailedException("5.7.8 Wrong password");
                    }
                }))
                .messageHandler((session, from, to, data) -> senders.add(from));
        switch (tls) {
            case STARTTLS ->
                builder.startTlsSocketFactory(context).enableTLS().requireTLS().requireAuth();
            case TLS -> builder.serverSocketFactory(context);
            default -> {}
        }
        server = builder.build();
        server.start();
    }

    /** A server whose certificate for {@code localhost} this JVM trusts. */
    public static SmtpServer trusted(Tls tls) {
        return new SmtpServer(tls, LocalTls.trusted());
    }

    /** One whose certificate nobody knows. */
    public static SmtpServer untrusted(Tls tls) {
        return new SmtpServer(tls, LocalTls.unknown());
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** Who logged in, or tried to. */
    public List<String> logins() {
        return logins;
    }

    /** The senders of the mails that came. */
    public List<String> senders() {
        return senders;
    }

    @Override
    public void close() {
        server.stop();
    }
}
