package io.entrasync.scope;

import io.entrasync.graph.GraphGroup;
import io.entrasync.graph.GraphUser;
import io.entrasync.model.ScopeReason;
import io.entrasync.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules in their order: the first that matches decides. */
final class ScopeRules {
    static final List<Rule<GraphUser>> USERS = users();
    static final List<Rule<GraphGroup>> GROUPS = groups();

    private ScopeRules() {}

    /** An object as the rules see it. */
    record Seen<T>(
            T object,
            Settings.What what,
            boolean exempt,
            Decision.Mail mail,
            @Nullable ScopeReason mailReason) {}

    /**
     * A rule.
     *
     * @param matches whether it keeps the object out
     */
    record Rule<T>(
            String name, ScopeReason reason, Function<Seen<T>, @Nullable Object> value, Predicate<Seen<T>> matches) {}

    /** The first reason; null if no rule matches. */
    static <T> @Nullable ScopeReason first(List<Rule<T>> rules, Seen<T> seen) {
        for (Rule<T> rule : rules) {
            if (rule.matches.test(seen)) {
                return rule.reason;
            }
        }
        return null;
    }

    /** What each rule says. */
    static <T> List<RuleResult> all(List<Rule<T>> rules, Seen<T> seen) {
        List<RuleResult> results = new ArrayList<>();
        for (Rule<T> rule : rules) {
            Object value = rule.value.apply(seen);
            results.add(new RuleResult(
                    rule.name, value == null ? null : value.toString(), rule.reason, rule.matches.test(seen)));
        }
        return results;
    }

    private static List<Rule<GraphUser>> users() {
        List<Rule<GraphUser>> rules = new ArrayList<>();
        rules.add(new Rule<>("not exempt", ScopeReason.EXEMPT, seen -> shown(seen, seen.object.id()), Seen::exempt));
        rules.add(new Rule<>("no guest", ScopeReason.GUEST, seen -> seen.object.userType(), seen -> "Guest"
                .equalsIgnoreCase(seen.object.userType())));
        rules.add(new Rule<>("let in by the filters", ScopeReason.FILTERED, seen -> null, seen -> false));
        rules.add(new Rule<>(
                "sign-in state delivered",
                ScopeReason.INCOMPLETE_OBJECT,
                seen -> seen.object.accountEnabled(),
                seen -> seen.object.accountEnabled() == null));
        rules.add(new Rule<>(
                "sign-in enabled",
                ScopeReason.SIGN_IN_DISABLED,
                seen -> seen.object.accountEnabled(),
                seen -> Boolean.FALSE.equals(seen.object.accountEnabled())));
        addMail(rules, user -> user.proxyAddresses());
        return List.copyOf(rules);
    }

    private static List<Rule<GraphGroup>> groups() {
        List<Rule<GraphGroup>> rules = new ArrayList<>();
        rules.add(new Rule<>("not exempt", ScopeReason.EXEMPT, seen -> shown(seen, seen.object.id()), Seen::exempt));
        rules.add(new Rule<>("let in by the filters", ScopeReason.FILTERED, seen -> null, seen -> false));
        rules.add(new Rule<>(
                "kind delivered",
                ScopeReason.INCOMPLETE_OBJECT,
                seen -> "mailEnabled %s, securityEnabled %s"
                        .formatted(seen.object.mailEnabled(), seen.object.securityEnabled()),
                seen -> seen.object.mailEnabled() == null || seen.object.securityEnabled() == null));
        rules.add(new Rule<>(
                "kind selected", ScopeReason.NOT_SELECTED, seen -> Scope.kind(seen.object), seen -> !isSelected(seen)));
        rules.add(new Rule<>(
                "membership not dynamic",
                ScopeReason.DYNAMIC_MEMBERSHIP,
                seen -> seen.object.groupTypes(),
                seen -> Scope.isDynamic(seen.object) && !seen.what.dynamicGroups()));
        addMail(rules, group -> group.proxyAddresses());
        return List.copyOf(rules);
    }

    private static boolean isSelected(Seen<GraphGroup> seen) {
        return switch (Scope.kind(seen.object)) {
            case MICROSOFT_365 -> seen.what.microsoft365Groups();
            case DISTRIBUTION -> seen.what.distributionGroups();
            case MAIL_ENABLED_SECURITY, SECURITY -> seen.what.securityGroups();
        };
    }

    private static <T> void addMail(List<Rule<T>> rules, Function<T, @Nullable List<String>> entries) {
        rules.add(mail("addresses delivered", ScopeReason.INCOMPLETE_OBJECT, seen -> seen.mail.known()));
        rules.add(mail("has a mail address", ScopeReason.NO_PROXY_ADDRESS, seen -> entries.apply(seen.object)));
        rules.add(mail("has a primary address", ScopeReason.NO_PRIMARY_ADDRESS, seen -> seen.mail.shown()));
        rules.add(mail("primary address valid", ScopeReason.INVALID_ADDRESS, seen -> seen.mail.shown()));
        rules.add(mail("primary domain registered", ScopeReason.UNREGISTERED_DOMAIN, seen -> domain(seen.mail)));
        rules.add(new Rule<>(
                "primary address nobody else's",
                ScopeReason.ADDRESS_CONFLICT,
                seen -> shown(seen, null),
                seen -> false));
    }

    private static <T> Rule<T> mail(String name, ScopeReason reason, Function<Seen<T>, @Nullable Object> value) {
        return new Rule<>(name, reason, value, seen -> seen.mailReason == reason);
    }

    private static @Nullable Object domain(Decision.Mail mail) {
        return mail.primary() == null
                ? mail.unregisteredDomain()
                : mail.primary().domain();
    }

    private static @Nullable Object shown(Seen<?> seen, @Nullable String id) {
        String shown = seen.mail.shown();
        return id == null ? shown : shown == null ? id : id + ", " + shown;
    }
}
