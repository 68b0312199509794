package io.entrasync.runtime;

import io.entrasync.settings.MailSettings;
import java.util.Objects;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.JavaMailSender;

/** The SMTP server, as it is configured. */
final class MailServer {
    private static final String TIME = "20000";

    private MailServer() {}

    /** How Camel's mail component reaches it; TLS, where asked for, is a must, and its certificate is checked. */
    static JavaMailSender sender(MailSettings mail) {
        String protocol = mail.tls() == MailSettings.Tls.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "connectiontimeout", TIME);
        properties.setProperty(prefix + "timeout", TIME);
        properties.setProperty(prefix + "writetimeout", TIME);
        properties.setProperty(prefix + "sendpartial", "true");
        properties.setProperty(prefix + "auth", String.valueOf(mail.username() != null));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean startTls = mail.tls() == MailSettings.Tls.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        DefaultJavaMailSender sender = new DefaultJavaMailSender();
        sender.setJavaMailProperties(properties);
        sender.setProtocol(protocol);
        sender.setHost(Objects.requireNonNullElse(mail.host(), "localhost"));
        sender.setPort(mail.port());
        sender.setUsername(mail.username());
        sender.setPassword(mail.password());
        return sender;
    }
}
