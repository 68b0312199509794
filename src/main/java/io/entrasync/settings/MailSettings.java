package io.entrasync.settings;

import org.jspecify.annotations.Nullable;

/**
 * How mails leave.
 *
 * @param host null: they cannot
 * @param from null: the user name if that is an address, else a name in the recipient's domain
 * @param templates {@code classpath:mail}, or a folder whose files replace templates by name
 */
public record MailSettings(
        @Nullable String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        Tls tls,
        @Nullable String from,
        String templates) {

    public enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    /** The password stays out of logs and messages. */
    @Override
    public String toString() {
        return "MailSettings[%s:%d, %s]".formatted(host, port, tls);
    }
}
