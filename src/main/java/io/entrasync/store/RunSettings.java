package io.entrasync.store;

import io.entrasync.settings.EffectiveSettings;
import io.entrasync.settings.PlanSettings;
import io.entrasync.settings.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The settings that a run goes by: those with which it began, whatever is changed meanwhile. */
public final class RunSettings {
    private final Directory directory;
    private final SettingStore settings;

    public RunSettings(Directory directory, SettingStore settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** What a run reads and plans by; how to connect is always as it is now. */
    public Settings of(long run) {
        return directory.jdbi().withHandle(handle -> {
            EffectiveSettings current = settings.current(handle);
            String kept = kept(handle, run);
            Settings begun =
                    kept == null ? current.settings() : PlanSettings.parse(kept).over(current);
            Settings.What what = handle.createQuery("select * from sync_run where id = ?")
                    .bind(0, run)
                    .map((rs, context) -> what(rs))
                    .one();
            return begun.with(what, begun.how());
        });
    }

    /** The text of the settings with which a run began; null if it kept none. */
    static @Nullable String kept(Handle handle, long run) {
        return handle.createQuery("select plan_settings from sync_run where id = ?")
                .bind(0, run)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private static Settings.What what(ResultSet rs) throws SQLException {
        return new Settings.What(
                rs.getBoolean("active_users"),
                rs.getBoolean("distribution_groups"),
                rs.getBoolean("security_groups"),
                rs.getBoolean("microsoft_365_groups"),
                rs.getBoolean("dynamic_groups"));
    }
}
