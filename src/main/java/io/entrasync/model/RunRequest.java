package io.entrasync.model;

import io.entrasync.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run.
 *
 * @param requestedBy who asked; null for the schedule
 * @param settings the settings it goes by
 * @param undo what it is to undo; null for a run that reads the tenant
 */
public record RunRequest(
        Run.Trigger trigger,
        Run.Mode mode,
        @Nullable String requestedBy,
        Settings settings,
        @Nullable Undo undo) {
    public RunRequest(Run.Trigger trigger, Run.Mode mode, @Nullable String requestedBy, Settings settings) {
        this(trigger, mode, requestedBy, settings, null);
    }

    /**
     * What is to be undone.
     *
     * @param run the run whose items are reversed
     * @param exempts whether their objects are exempt from then on; if not, the next run does the same again
     */
    public record Undo(long run, boolean exempts) {}
}
