package io.entrasync.explain;

import io.entrasync.explain.Explanation.Rule;
import io.entrasync.explain.Explanation.WouldDo;
import io.entrasync.model.Account;
import io.entrasync.model.ObjectType;
import io.entrasync.model.PlanItem;
import io.entrasync.model.ScopeReason;
import io.entrasync.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the next run would do, and why.
 *
 * @param result one word: what it would do, or what keeps it from it
 */
record Decided(WouldDo wouldDo, String result, String reason, List<Rule> rules) {

    static Decided of(Explainer explained) {
        PlanItem item = explained.rehearsed().item();
        if (item != null) {
            return planned(item, explained.rehearsed());
        }
        if (explained.rehearsed().withheld() != null) {
            return withheld(explained, explained.rehearsed().withheld());
        }
        MemberChanges members = explained.members();
        if (members != null && !members.isEmpty()) {
            return members(explained, members);
        }
        return nothing(explained);
    }

    private static Decided planned(PlanItem item, Rehearsed rehearsed) {
        List<Rule> rules = new ArrayList<>();
        item.changes()
                .forEach(change -> rules.add(new Rule(
                        change.attribute(),
                        "%s → %s"
                                .formatted(Objects.toString(change.before(), ""), Objects.toString(change.after(), "")),
                        "changes")));
        item.warnings().forEach(warning -> rules.add(new Rule("warning", warning.detail(), warning.code())));
        WouldDo wouldDo = WouldDo.valueOf(item.category().name());
        boolean waits = item.outcome() == PlanItem.Outcome.HELD || item.outcome() == PlanItem.Outcome.BLOCKED;
        if (waits) {
            String reason = item.outcome() + ": " + item.error();
            rules.add(new Rule("safeguards", item.error(), item.outcome().name()));
            return new Decided(wouldDo, item.outcome().name(), reason, rules);
        }
        return new Decided(wouldDo, wouldDo.name(), reason(item, rehearsed), rules);
    }

    private static String reason(PlanItem item, Rehearsed rehearsed) {
        return switch (item.category()) {
            case ADD ->
                rehearsed.warns("RESTORED")
                        ? "RESTORED: in scope, and deleted here within the last 30 days."
                        : "In scope, and not in the directory.";
            case UPDATE -> {
                if (rehearsed.warns("ADOPTED")) {
                    yield "ADOPTED: a local entry has the primary address.";
                }
                yield rehearsed.warns("KEPT") ? "KEPT: " + attributes(item) : attributes(item);
            }
            case DISABLE -> item.reason() + ": out of scope, so it is disabled.";
            case DELETE -> item.evidence() + ": gone from Entra.";
        };
    }

    private static String attributes(PlanItem item) {
        return item.changes().stream()
                .map(PlanItem.Change::attribute)
                .collect(Collectors.joining(", ", "Differs from Entra in ", "."));
    }

    private static Decided withheld(Explainer explained, PlanItem.Category category) {
        boolean user = explained.match() == null
                ? explained.inquiry().user() != null
                : explained.match().type() == ObjectType.USER;
        String kind = user ? "users" : "groups";
        String setting =
                switch (category) {
                    case ADD -> "how.add-" + kind;
                    case UPDATE, DISABLE -> "how.update-" + kind;
                    case DELETE -> "how.remove-deleted-" + kind;
                };
        return new Decided(
                WouldDo.NONE,
                "WITHHELD",
                "WITHHELD: %s is off, so %s is left out.".formatted(setting, category),
                List.of(new Rule(setting, "false", "WITHHELD")));
    }

    private static Decided members(Explainer explained, MemberChanges changes) {
        String text = "%d to join, %d to leave".formatted(changes.added(), changes.removed());
        if (!explained.settings().how().updateGroups()) {
            return withheld(explained, PlanItem.Category.UPDATE);
        }
        return new Decided(
                WouldDo.UPDATE,
                "UPDATE",
                "Its members differ from Entra: " + text + ".",
                List.of(new Rule("members", text, "changes")));
    }

    private static Decided nothing(Explainer explained) {
        List<Rule> rules = new ArrayList<>();
        String result = word(explained);
        rules.add(new Rule("anything to change", "no", result));
        return new Decided(WouldDo.NONE, result, sentence(result, explained), rules);
    }

    private static String word(Explainer explained) {
        Match match = explained.match();
        Settings.What what = explained.settings().what();
        if (!explained.isInEntra()) {
            return notInEntra(match, what);
        }
        ScopeReason reason = explained.rehearsed().reason();
        if (reason == ScopeReason.EXEMPT) {
            return reason.name();
        }
        if (explained.inquiry().user() != null && !what.activeUsers()) {
            return "NOT_SELECTED";
        }
        Match known = match != null && match.by() == Match.By.ENTRA_ID ? match : null;
        if (known != null && known.disabledBy() == Account.DisabledBy.OPERATOR) {
            return "OPERATOR";
        }
        if (reason == null) {
            return "UNCHANGED";
        }
        return known != null && known.status() == Account.Status.ACTIVE ? active(reason) : reason.name();
    }

    private static String active(ScopeReason reason) {
        return switch (reason) {
            case NOT_SELECTED, DYNAMIC_MEMBERSHIP -> "FROZEN";
            case INCOMPLETE_OBJECT -> "UNCHANGED";
            default -> "KEPT";
        };
    }

    private static String notInEntra(@Nullable Match match, Settings.What what) {
        if (match == null) {
            return "UNKNOWN";
        }
        if (match.source() == Account.Source.LOCAL) {
            return "LOCAL";
        }
        return match.type() == ObjectType.USER && !what.activeUsers() ? "NOT_SELECTED" : "EXEMPT";
    }

    private static String sentence(String word, Explainer explained) {
        boolean known = explained.match() != null && explained.match().by() == Match.By.ENTRA_ID;
        return word + ": "
                + switch (word) {
                    case "EXEMPT" -> "left exactly as it is until the exemption is lifted.";
                    case "NOT_SELECTED" -> "this kind of object is not selected.";
                    case "OPERATOR" -> "an operator has blocked it, and nothing else differs.";
                    case "UNCHANGED" -> "nothing differs from Entra.";
                    case "FROZEN" -> "it stays as it is, and is not looked at.";
                    case "KEPT" -> "it stays active with the address that it has.";
                    case "LOCAL" -> "made here; no sync touches it.";
                    case "UNKNOWN" -> "there is nothing to decide on.";
                    default -> known ? "out of scope, and disabled already." : "not brought over.";
                };
    }
}
