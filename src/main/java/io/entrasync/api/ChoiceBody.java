package io.entrasync.api;

import io.entrasync.model.PlanItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /api/runs/{id}/items}: items by their ids, or all of a category.
 *
 * @param selected whether they are applied, in this plan alone
 * @param leaveToNextRun of a plan that undoes: once it is applied, the next run may do the same again
 * @param exempt exempts their objects from now on
 */
record ChoiceBody(
        @Nullable List<String> items,
        PlanItem.@Nullable Category category,
        @Nullable Boolean selected,
        @Nullable Boolean leaveToNextRun,
        @Nullable Exempt exempt) {
    record Exempt(@Nullable String reason) {}
}
