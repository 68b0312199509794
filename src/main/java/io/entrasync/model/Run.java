package io.entrasync.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sync: read, plan, review, apply. The shape is that of the API.
 *
 * @param counts {@code read}, {@code skipped} by reason, {@code planned}, {@code applied} … by category and object type
 */
public record Run(
        String id,
        Trigger trigger,
        Mode mode,
        Status status,
        Stage stage,
        Progress progress,
        Instant startedAt,
        @Nullable Instant finishedAt,
        boolean fullRead,
        @Nullable String requestedBy,
        @Nullable String undoOf,
        Map<String, Object> counts,
        int heldItems,
        @Nullable Problem problem,
        @Nullable String planHash,
        @Nullable Instant expiresAt) {

    public enum Trigger {
        SCHEDULED,
        MANUAL,
        COMMAND
    }

    public enum Mode {
        REVIEW,
        APPLY
    }

    public enum Status {
        RUNNING,
        AWAITING_REVIEW,
        SUCCEEDED,
        NO_CHANGE,
        PARTIAL,
        HELD,
        FAILED,
        REJECTED,
        CANCELLED,
        EXPIRED;

        /** Whether the run did what it was to do, as far as the schedule is concerned. */
        public boolean isSuccess() {
            return this == SUCCEEDED || this == NO_CHANGE || this == PARTIAL || this == HELD;
        }
    }

    public enum Stage {
        CONNECTING,
        READING_USERS,
        READING_GROUPS,
        READING_MEMBERS,
        PLANNING,
        REVIEW,
        APPLYING,
        DONE
    }

    /** How far a run has come. */
    public record Progress(int pages, int users, int groups, int members, int applied, int total) {}
}
