package io.entrasync.scope;

import io.entrasync.graph.GraphGroup;
import io.entrasync.graph.GraphUser;
import io.entrasync.model.GroupKind;
import io.entrasync.model.ScopeReason;
import io.entrasync.settings.Settings.What;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is brought over: rules 1 to 8 of the list in the README, for one object at a time. Rule 9 compares objects and is the
 * plan's.
 *
 * @param domains registered domains, in ASCII form
 * @param exempt exempt object ids and addresses, in lower case
 * @param what the selected kinds
 */
public record Scope(Set<String> domains, Set<String> exempt, What what) {
    private static final String MAYBE_SHARED = "MAYBE_SHARED_MAILBOX: blocked sign-in without a licence";

    /** Rules for a user. */
    public Decision decide(GraphUser user) {
        Decision.Mail mail = mail(user.proxyAddresses());
        ScopeReason mailReason = mailReason(user.proxyAddresses(), mail);
        ScopeReason reason = ScopeRules.first(ScopeRules.USERS, seen(user, user.id(), mail, mailReason));
        String detail =
                mayBeShared(reason, mailReason, user) ? MAYBE_SHARED : detail(reason, user.proxyAddresses(), mail);
        return new Decision(reason, mailReason, detail, mail);
    }

    private static boolean mayBeShared(@Nullable ScopeReason reason, @Nullable ScopeReason mailReason, GraphUser user) {
        return reason == ScopeReason.SIGN_IN_DISABLED && mailReason == null && Boolean.FALSE.equals(user.licensed());
    }

    /** Rules for a group. */
    public Decision decide(GraphGroup group) {
        Decision.Mail mail = mail(group.proxyAddresses());
        boolean mailEnabled = Boolean.TRUE.equals(group.mailEnabled());
        ScopeReason mailReason = mailEnabled ? mailReason(group.proxyAddresses(), mail) : null;
        ScopeReason reason = ScopeRules.first(ScopeRules.GROUPS, seen(group, group.id(), mail, mailReason));
        Decision.Mail own =
                mailEnabled ? mail : new Decision.Mail(true, null, null, List.of(), null, List.of(), List.of());
        return new Decision(reason, mailReason, detail(reason, group.proxyAddresses(), mail), own);
    }

    /** What each of the rules sees in a user and says of it. */
    public List<RuleResult> rules(GraphUser user) {
        Decision.Mail mail = mail(user.proxyAddresses());
        return ScopeRules.all(ScopeRules.USERS, seen(user, user.id(), mail, mailReason(user.proxyAddresses(), mail)));
    }

    /** What each of the rules sees in a group and says of it. */
    public List<RuleResult> rules(GraphGroup group) {
        Decision.Mail mail = mail(group.proxyAddresses());
        boolean mailEnabled = Boolean.TRUE.equals(group.mailEnabled());
        ScopeReason mailReason = mailEnabled ? mailReason(group.proxyAddresses(), mail) : null;
        return ScopeRules.all(ScopeRules.GROUPS, seen(group, group.id(), mail, mailReason));
    }

    private <T> ScopeRules.Seen<T> seen(T object, String id, Decision.Mail mail, @Nullable ScopeReason mailReason) {
        return new ScopeRules.Seen<>(object, what, isExempt(id, mail), mail, mailReason);
    }

    /** Which kind a group is. */
    public static GroupKind kind(GraphGroup group) {
        if (hasType(group, "Unified")) {
            return GroupKind.MICROSOFT_365;
        }
        if (!Boolean.TRUE.equals(group.mailEnabled())) {
            return GroupKind.SECURITY;
        }
        return Boolean.TRUE.equals(group.securityEnabled()) ? GroupKind.MAIL_ENABLED_SECURITY : GroupKind.DISTRIBUTION;
    }

    /** Whether rules of the tenant decide who is in it. */
    public static boolean isDynamic(GraphGroup group) {
        return hasType(group, "DynamicMembership");
    }

    private static boolean hasType(GraphGroup group, String type) {
        return group.groupTypes() != null && group.groupTypes().stream().anyMatch(type::equalsIgnoreCase);
    }

    private boolean isExempt(String id, Decision.Mail mail) {
        return exempt.contains(id.toLowerCase(java.util.Locale.ROOT))
                || (mail.shown() != null
                        && MailAddress.parse(mail.shown())
                                .filter(this::isExempt)
                                .isPresent());
    }

    private Decision.Mail mail(@Nullable List<String> entries) {
        if (entries == null) {
            return new Decision.Mail(false, null, null, List.of(), null, List.of(), List.of());
        }
        return mail(ProxyAddresses.of(entries));
    }

    private Decision.Mail mail(ProxyAddresses proxies) {
        Optional<MailAddress> primary = Optional.ofNullable(proxies.primary()).flatMap(MailAddress::parse);
        List<MailAddress> aliases = aliases(proxies, primary.orElse(null));
        Optional<MailAddress> registered = primary.filter(this::isRegistered);
        return new Decision.Mail(
                true,
                proxies.primary(),
                registered.orElse(null),
                aliases.stream()
                        .filter(this::isRegistered)
                        .filter(alias -> !isExempt(alias))
                        .toList(),
                registered.isPresent() ? null : primary.map(MailAddress::domain).orElse(null),
                aliases.stream()
                        .filter(alias -> !isRegistered(alias))
                        .map(MailAddress::domain)
                        .toList(),
                aliases.stream()
                        .filter(this::isRegistered)
                        .filter(this::isExempt)
                        .toList());
    }

    private static List<MailAddress> aliases(ProxyAddresses proxies, @Nullable MailAddress primary) {
        return proxies.aliases().stream()
                .flatMap(text -> MailAddress.parse(text).stream())
                .filter(alias -> !alias.equals(primary))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isRegistered(MailAddress address) {
        return domains.contains(address.domain());
    }

    private boolean isExempt(MailAddress address) {
        return exempt.contains(address.address());
    }

    private static @Nullable ScopeReason mailReason(@Nullable List<String> entries, Decision.Mail mail) {
        if (entries == null) {
            return ScopeReason.INCOMPLETE_OBJECT;
        }
        if (mail.primary() != null) {
            return null;
        }
        if (ProxyAddresses.of(entries).isEmpty()) {
            return ScopeReason.NO_PROXY_ADDRESS;
        }
        if (mail.shown() == null) {
            return ScopeReason.NO_PRIMARY_ADDRESS;
        }
        return mail.unregisteredDomain() == null ? ScopeReason.INVALID_ADDRESS : ScopeReason.UNREGISTERED_DOMAIN;
    }

    private static @Nullable String detail(
            @Nullable ScopeReason reason, @Nullable List<String> entries, Decision.Mail mail) {
        if (reason == null) {
            return null;
        }
        return switch (reason) {
            case INVALID_ADDRESS -> mail.shown();
            case UNREGISTERED_DOMAIN -> mail.unregisteredDomain();
            case INCOMPLETE_OBJECT -> entries == null ? "proxyAddresses not delivered" : "accountEnabled not delivered";
            default -> null;
        };
    }
}
