package io.entrasync.api;

import io.entrasync.model.Run;
import io.entrasync.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/runs}. What is not given goes by the settings.
 *
 * @param full asks for a complete read
 */
record RunBody(
        Run.@Nullable Mode mode,
        @Nullable Boolean full,
        @Nullable What what,
        @Nullable How how) {
    record What(
            @Nullable Boolean activeUsers,
            @Nullable Boolean distributionGroups,
            @Nullable Boolean securityGroups,
            @Nullable Boolean microsoft365Groups,
            @Nullable Boolean dynamicGroups) {
        Settings.What over(Settings.What settings) {
            return new Settings.What(
                    or(activeUsers, settings.activeUsers()),
                    or(distributionGroups, settings.distributionGroups()),
                    or(securityGroups, settings.securityGroups()),
                    or(microsoft365Groups, settings.microsoft365Groups()),
                    or(dynamicGroups, settings.dynamicGroups()));
        }
    }

    record How(
            @Nullable Boolean addUsers,
            @Nullable Boolean updateUsers,
            @Nullable Boolean addGroups,
            @Nullable Boolean updateGroups,
            @Nullable Boolean removeDeletedUsers,
            @Nullable Boolean removeDeletedGroups) {
        Settings.How over(Settings.How settings) {
            return new Settings.How(
                    or(addUsers, settings.addUsers()),
                    or(updateUsers, settings.updateUsers()),
                    or(addGroups, settings.addGroups()),
                    or(updateGroups, settings.updateGroups()),
                    or(removeDeletedUsers, settings.removeDeletedUsers()),
                    or(removeDeletedGroups, settings.removeDeletedGroups()));
        }
    }

    /** The settings with what this run has of its own. */
    Settings over(Settings settings) {
        return settings.with(
                what == null ? settings.what() : what.over(settings.what()),
                how == null ? settings.how() : how.over(settings.how()));
    }

    private static boolean or(@Nullable Boolean own, boolean setting) {
        return own == null ? setting : own;
    }
}
