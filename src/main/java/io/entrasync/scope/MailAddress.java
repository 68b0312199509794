package io.entrasync.scope;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail address in the form in which addresses are stored and compared: lower case, the domain in ASCII (IDN) form.
 *
 * @param address the whole address
 * @param domain the part behind the @
 */
public record MailAddress(String address, String domain) implements Comparable<MailAddress> {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_ADDRESS = 320;

    /** Reads an address; empty if it is none. */
    public static Optional<MailAddress> parse(String text) {
        String stripped = text.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        Optional<String> domain = domain(stripped.substring(at + 1));
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        String address = stripped.substring(0, at).toLowerCase(Locale.ROOT) + '@' + domain.get();
        return address.length() <= LONGEST_ADDRESS && isValid(address)
                ? Optional.of(new MailAddress(address, domain.get()))
                : Optional.empty();
    }

    /** A domain name in lower-case ASCII form; empty if it is none. */
    public static Optional<String> domain(String text) {
        try {
            String domain = IDN.toASCII(text.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean named = !domain.isEmpty() && domain.length() <= 253 && !domain.contains("..");
            return named && !domain.endsWith(".") ? Optional.of(domain) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isValid(String address) {
        try {
            new InternetAddress(address, true).validate();
            return address.chars().noneMatch(c -> c == '"' || Character.isWhitespace(c));
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public int compareTo(MailAddress other) {
        return address.compareTo(other.address);
    }
}
