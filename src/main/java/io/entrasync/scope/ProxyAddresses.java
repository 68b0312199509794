package io.entrasync.scope;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mail addresses among an object's {@code proxyAddresses}, as they stand there. Each entry is {@code type:address};
 * {@code SMTP:} marks the primary, {@code smtp:} the others. X500, SIP, SPO, EUM and entries without a type are no mail
 * addresses.
 *
 * @param primary the text behind {@code SMTP:}; null if there is none
 * @param aliases the texts behind {@code smtp:}, without the primary and without doubles
 */
public record ProxyAddresses(@Nullable String primary, List<String> aliases) {

    public static ProxyAddresses of(List<String> entries) {
        String primary = null;
        Set<String> aliases = new LinkedHashSet<>();
        for (String entry : entries) {
            int colon = entry == null ? -1 : entry.indexOf(':');
            if (colon != 4 || !entry.regionMatches(true, 0, "smtp", 0, colon)) {
                continue;
            }
            String address = entry.substring(colon + 1).strip();
            if (entry.startsWith("SMTP") && primary == null) {
                primary = address;
            } else {
                aliases.add(address);
            }
        }
        String first = primary;
        aliases.removeIf(alias -> alias.equalsIgnoreCase(first));
        return new ProxyAddresses(primary, List.copyOf(aliases));
    }

    boolean isEmpty() {
        return primary == null && aliases.isEmpty();
    }
}
