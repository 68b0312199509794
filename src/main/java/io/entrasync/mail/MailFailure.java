package io.entrasync.mail;

import io.entrasync.settings.MailSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a mail did not leave, in words that say what to mend. */
public final class MailFailure {
    private MailFailure() {}

    /** One sentence with the setting to look at; never holds a password. */
    public static String explain(Throwable failure, MailSettings mail) {
        String server = mail.host() + ":" + mail.port();
        String what = message(failure);
        if (has(failure, AuthenticationFailedException.class)) {
            return "The mail server %s refused the login (%s): check mail.username and mail.password."
                    .formatted(server, what);
        }
        if (has(failure, CertificateException.class)) {
            return ("The certificate of the mail server %s is not trusted or is for another name (%s): set mail.host to"
                            + " the name in the certificate, or add its issuer to the trust store.")
                    .formatted(server, what);
        }
        if (has(failure, SSLException.class) || what.contains("STARTTLS")) {
            return "The mail server %s does not speak TLS as mail.tls = %s wants it (%s)."
                    .formatted(server, mail.tls().name().toLowerCase(Locale.ROOT), what);
        }
        if (has(failure, UnknownHostException.class)) {
            return "The mail server %s is not known: check mail.host.".formatted(server);
        }
        if (has(failure, SendFailedException.class)) {
            return "The mail server %s refused the mail (%s): check tech-contact and mail.from."
                    .formatted(server, what);
        }
        return "The mail server %s does not take mail (%s): check mail.host and mail.port.".formatted(server, what);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String text = deepest.getMessage();
        String line =
                text == null ? deepest.getClass().getSimpleName() : text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(300, line.length()));
    }
}
