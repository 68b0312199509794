package io.entrasync.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that a run wants to make. The shape is that of the API.
 *
 * @param changes what becomes different, by attribute of the account or group
 * @param reason why an object is disabled
 * @param evidence what a deletion is founded on
 * @param mailFlowAfter whether the object takes mail afterwards
 */
public record PlanItem(
        String id,
        Category category,
        ObjectType objectType,
        String entraId,
        @Nullable String address,
        @Nullable String displayName,
        List<Change> changes,
        MemberChanges members,
        @Nullable String reason,
        @Nullable String evidence,
        boolean mailFlowAfter,
        List<Warning> warnings,
        boolean selected,
        Outcome outcome,
        @Nullable String error) {

    public PlanItem with(List<Change> allChanges, List<Warning> allWarnings) {
        return new PlanItem(
                id,
                category,
                objectType,
                entraId,
                address,
                displayName,
                allChanges,
                members,
                reason,
                evidence,
                mailFlowAfter,
                allWarnings,
                selected,
                outcome,
                error);
    }

    public enum Category {
        ADD,
        UPDATE,
        DISABLE,
        DELETE
    }

    public enum Outcome {
        PENDING,
        APPLIED,
        FAILED,
        DESELECTED,
        EXEMPTED,
        STALE,
        BLOCKED,
        HELD,
        REJECTED
    }

    /** Values are text, or sorted lists of text for {@code aliases}; null is absent. */
    public record Change(
            String attribute,
            @Nullable Object before,
            @Nullable Object after) {}

    /** How many members a group gains and loses. */
    public record MemberChanges(int added, int removed) {}

    /** What an operator should know before approving. */
    public record Warning(String code, @Nullable String detail) {}
}
