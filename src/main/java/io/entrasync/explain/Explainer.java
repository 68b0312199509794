package io.entrasync.explain;

import io.entrasync.explain.Explanation.Rule;
import io.entrasync.explain.Explanation.Stage;
import io.entrasync.explain.Explanation.Step;
import io.entrasync.model.ObjectType;
import io.entrasync.model.ScopeReason;
import io.entrasync.scope.RuleResult;
import io.entrasync.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was found into words, step by step.
 *
 * @param rules what the scope's rules say; empty for what is not in Entra
 * @param match the account or group of the object; null: none
 * @param members how the group's members differ; null where that does not matter
 */
public record Explainer(
        Settings settings,
        Inquiry inquiry,
        List<RuleResult> rules,
        Rehearsed rehearsed,
        @Nullable Match match,
        @Nullable MemberChanges members) {
    private static final String PASSED = "passed";
    private static final String NOT_REACHED = "not reached";

    /** Reasons that an object alone does not tell. */
    private static final Set<ScopeReason> SETTLED =
            Set.of(ScopeReason.EXEMPT, ScopeReason.FILTERED, ScopeReason.ADDRESS_CONFLICT);

    public Explanation explain() {
        Decided decided = Decided.of(this);
        boolean found = isInEntra() || match != null;
        return new Explanation(
                inquiry.subject(),
                found,
                List.of(imported(), scope(), matched(), new Step(Stage.DECISION, decided.result(), decided.rules())),
                decided.wouldDo(),
                found ? decided.reason() : "Neither Entra nor the directory knows the subject.");
    }

    boolean isInEntra() {
        return inquiry.user() != null || inquiry.group() != null;
    }

    private Step imported() {
        String result = inquiry.user() != null ? "USER" : inquiry.group() != null ? "GROUP" : "NOT_FOUND";
        return new Step(Stage.IMPORT, result, inquiry.rules());
    }

    private Step scope() {
        if (!isInEntra()) {
            return new Step(Stage.SCOPE, "NOT_REACHED", List.of());
        }
        ScopeReason reason = rehearsed.reason();
        List<Rule> said = new ArrayList<>();
        boolean decided = false;
        for (RuleResult rule : rules) {
            boolean decides =
                    !decided && rule.reason() == reason && (rule.matches() || SETTLED.contains(rule.reason()));
            String value = decides && rehearsed.detail() != null && SETTLED.contains(rule.reason())
                    ? rehearsed.detail()
                    : rule.value();
            said.add(new Rule(rule.rule(), value, decided ? NOT_REACHED : outcome(rule, decides)));
            decided |= decides;
        }
        return new Step(Stage.SCOPE, reason == null ? "IN_SCOPE" : reason.name(), said);
    }

    private String outcome(RuleResult rule, boolean decides) {
        if (decides) {
            return rule.reason().name();
        }
        boolean waived = rule.matches() && rule.reason() == ScopeReason.SIGN_IN_DISABLED && rehearsed.functional();
        return waived ? PASSED + ": a shared, room or equipment mailbox, or a functional account" : PASSED;
    }

    private Step matched() {
        List<Rule> said = new ArrayList<>();
        Match.By by = match == null ? null : match.by();
        said.add(new Rule("Entra id", inquiry.id(), by == Match.By.ENTRA_ID ? found() : "no match"));
        if (by != Match.By.ENTRA_ID) {
            said.add(new Rule("primary address", primary(), by == Match.By.PRIMARY_ADDRESS ? found() : "no match"));
        }
        if (by == Match.By.ADDRESS) {
            said.add(new Rule("any address", inquiry.subject(), found() + ", which is not the object's"));
        }
        return new Step(Stage.MATCH, result(by), said);
    }

    private String result(Match.@Nullable By by) {
        if (match == null || by == null) {
            return "NONE";
        }
        return switch (by) {
            case ENTRA_ID -> match.type() == ObjectType.USER ? "ACCOUNT" : "GROUP";
            case PRIMARY_ADDRESS -> "ADOPTION";
            case ADDRESS -> isInEntra() ? "NONE" : match.source().name();
        };
    }

    private String found() {
        return match == null ? "no match" : "%s, %s, %s".formatted(match.name(), match.source(), match.status());
    }

    private @Nullable String primary() {
        return rules.stream()
                .filter(rule -> rule.reason() == ScopeReason.ADDRESS_CONFLICT)
                .findFirst()
                .map(RuleResult::value)
                .orElse(null);
    }
}
