package io.entrasync.scope;

import io.entrasync.model.ScopeReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scope rules say of one object.
 *
 * @param reason the first rule that keeps it out; null: in scope, as far as one object alone can tell
 * @param mailReason the first of the address rules (5 to 8) that would keep it out, whatever the others say
 * @param detail the value that the deciding rule saw; null in scope
 * @param mail its addresses in registered domains
 */
public record Decision(
        @Nullable ScopeReason reason,
        @Nullable ScopeReason mailReason,
        @Nullable String detail,
        Mail mail) {

    /**
     * An object's addresses.
     *
     * @param known false if Graph did not deliver them, so that nothing may be concluded from their absence
     * @param shown the primary as Entra has it, registered or not; null without one
     * @param primary the primary, if it is valid and in a registered domain
     * @param aliases the others in registered domains, sorted; the primary is not among them
     * @param unregisteredDomain the primary's domain, if that is valid but not registered
     * @param leftOut domains of the aliases left out because they are not registered, one entry each alias
     * @param exempt aliases left out because they are exempt
     */
    public record Mail(
            boolean known,
            @Nullable String shown,
            @Nullable MailAddress primary,
            List<MailAddress> aliases,
            @Nullable String unregisteredDomain,
            List<String> leftOut,
            List<MailAddress> exempt) {}
}
