package io.entrasync.explain;

import io.entrasync.model.PlanItem;
import io.entrasync.model.ScopeReason;
import org.jspecify.annotations.Nullable;

/**
 * What a plan makes of one object.
 *
 * @param reason why it is out of scope, with all that one object alone cannot tell; null: in scope, or not in Entra
 * @param detail what the deciding rule saw
 * @param functional whether rule 4 does not concern it: a shared, room or equipment mailbox, or a functional account
 * @param item its item of the plan; null: none
 * @param withheld the item that a setting holds back; null: none
 */
public record Rehearsed(
        @Nullable ScopeReason reason,
        @Nullable String detail,
        boolean functional,
        @Nullable PlanItem item,
        PlanItem.@Nullable Category withheld) {

    /** Whether it has a warning of this code. */
    boolean warns(String code) {
        return item != null
                && item.warnings().stream().anyMatch(warning -> warning.code().equals(code));
    }
}
