package io.entrasync.model;

import io.entrasync.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run.
 *
 * @param requestedBy who asked; null for the schedule
 * @param settings the settings it goes by
 */
public record RunRequest(
        Run.Trigger trigger, Run.Mode mode, @Nullable String requestedBy, Settings settings) {}
