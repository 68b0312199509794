package io.entrasync.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides on items of a plan; one of the decisions is given.
 *
 * @param items ids of the items; empty where the category counts
 * @param category all items of this category; null where the ids count
 * @param selected whether they are to be applied, in this plan alone; null leaves it as it is
 * @param leaveToNextRun of a plan that undoes: whether the next run may do it again; null leaves it as it is
 * @param exemptReason why their objects are exempt from now on; null does not exempt
 */
public record ItemChoice(
        List<Long> items,
        PlanItem.@Nullable Category category,
        @Nullable Boolean selected,
        @Nullable Boolean leaveToNextRun,
        @Nullable String exemptReason) {}
