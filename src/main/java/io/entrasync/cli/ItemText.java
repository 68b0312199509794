package io.entrasync.cli;

import io.entrasync.model.PlanItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line about one item of a plan. */
final class ItemText {
    private ItemText() {}

    static String of(PlanItem item) {
        String name = item.address() == null ? item.displayName() + " (" + item.entraId() + ")" : item.address();
        List<String> parts = new ArrayList<>();
        item.changes().forEach(change -> parts.add(text(item.category(), change)));
        if (item.members().added() + item.members().removed() > 0) {
            parts.add(
                    "members +" + item.members().added() + " -" + item.members().removed());
        }
        item.warnings().forEach(warning -> parts.add(warning.code()));
        if (item.outcome() != PlanItem.Outcome.PENDING) {
            parts.add(item.outcome().toString());
        }
        if (item.error() != null) {
            parts.add(item.error());
        }
        return "%-7s %-5s %s%s%s"
                .formatted(
                        item.category(),
                        item.objectType().toString().toLowerCase(Locale.ROOT),
                        name,
                        item.reason() == null ? "" : " (" + item.reason() + ")",
                        parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static String text(PlanItem.Category category, PlanItem.Change change) {
        return switch (category) {
            case ADD -> change.attribute() + " " + shown(change.after());
            case DELETE -> change.attribute() + " " + shown(change.before());
            case UPDATE, DISABLE -> change.attribute() + " " + shown(change.before()) + " → " + shown(change.after());
        };
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "(none)" : value.toString();
    }
}
