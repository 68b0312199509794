package io.entrasync.store;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.Configured;
import io.entrasync.settings.EffectiveSettings;
import io.entrasync.settings.Origin;
import io.entrasync.settings.PlanSettings;
import io.entrasync.settings.SettingChange;
import io.entrasync.settings.SettingOverride;
import io.entrasync.settings.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings as they are now. Whoever asks gets them as they were at most a second ago, whichever node changed them.
 */
public final class SettingStore implements Supplier<Settings> {
    private static final Logger LOG = LoggerFactory.getLogger(SettingStore.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String HIDDEN = "(hidden)";
    private static final int LONGEST_DETAIL = 4_000;

    private final Directory directory;
    private final Configured configured;
    private final AuditStore audit;
    private final Clock clock;
    private volatile @Nullable Read last;

    /** What was read, and when. */
    private record Read(List<SettingOverride> rows, EffectiveSettings settings, long nanos) {}

    public SettingStore(Directory directory, Configured configured, AuditStore audit, Clock clock) {
        this.directory = directory;
        this.configured = configured;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Settings get() {
        Read known = last;
        return known != null && System.nanoTime() - known.nanos() < FRESH.toNanos()
                ? known.settings().settings()
                : current().settings();
    }

    /** The settings as the database has them at this moment. */
    public EffectiveSettings current() {
        return directory.jdbi().withHandle(this::current);
    }

    /** The same within a transaction that has not changed any. */
    EffectiveSettings current(Handle handle) {
        List<SettingOverride> rows = handle.createQuery("select * from setting_override order by setting_key")
                .map((rs, context) -> override(rs))
                .list();
        Read known = last;
        EffectiveSettings settings =
                known != null && known.rows().equals(rows) ? known.settings() : EffectiveSettings.of(configured, rows);
        if (known == null || known.settings() != settings) {
            settings.problems()
                    .forEach((key, problem) ->
                            LOG.warn("The stored value of entrasync.{} does not count: {}", key, problem));
        }
        last = new Read(rows, settings, System.nanoTime());
        return settings;
    }

    private static SettingOverride override(ResultSet rs) throws SQLException {
        return new SettingOverride(
                rs.getString("setting_key"),
                rs.getString("setting_value"),
                rs.getBoolean("encrypted"),
                Origin.valueOf(rs.getString("origin")),
                rs.getString("changed_by"),
                Objects.requireNonNull(RunQueries.nullableInstant(rs, "changed_at")),
                rs.getString("reason"),
                rs.getString("configured_value"),
                rs.getString("former_value"));
    }

    /** Whether secrets can be kept. */
    public boolean keepsSecrets() {
        return configured.secretBox().isPresent();
    }

    /**
     * Changes settings, all or none.
     *
     * @param texts by key, checked before
     */
    public void change(Map<String, String> texts, Origin origin, String actor, @Nullable String reason) {
        directory.jdbi().useTransaction(handle -> {
            EffectiveSettings before = current(handle);
            texts.forEach((key, text) -> change(handle, before, key, text, origin, actor, reason));
        });
        last = null;
    }

    private void change(
            Handle handle,
            EffectiveSettings before,
            String key,
            String text,
            Origin origin,
            String actor,
            @Nullable String reason) {
        SettingOverride known = before.override(key);
        if (known != null && known.origin() == origin && known.value().equals(text)) {
            return;
        }
        boolean secret = SettingChange.isSecret(key);
        handle.execute("delete from setting_override where setting_key = ?", key);
        handle.createUpdate(Sql.text("settings/override"))
                .bind("key", key)
                .bind("value", secret ? configured.secretBox().orElseThrow().encrypt(key, text) : text)
                .bind("encrypted", secret)
                .bind("origin", origin.name())
                .bind("actor", actor)
                .bind("now", clock.instant())
                .bind("reason", reason)
                .bind("configured", before.configuredText(key))
                .bind("former", origin == Origin.SYSTEM ? before.audited(key) : null)
                .execute();
        audit(handle, actor, "SETTING_CHANGED", key, before.audited(key), secret ? HIDDEN : text, reason);
    }

    /** Lets the configured value count again. */
    public void reset(String key, String actor) {
        reset(actor, null, (settings, row) -> row.key().equals(key));
    }

    /** At the start: what the product itself has set falls where another value is configured than then. */
    public void dropOutdated() {
        reset("SYSTEM", "another value is configured", EffectiveSettings::isOutdated);
    }

    private void reset(String actor, @Nullable String reason, BiPredicate<EffectiveSettings, SettingOverride> which) {
        directory.jdbi().useTransaction(handle -> {
            EffectiveSettings settings = current(handle);
            Objects.requireNonNull(last).rows().stream()
                    .filter(row -> which.test(settings, row))
                    .forEach(row -> reset(handle, settings, row, actor, reason));
        });
        last = null;
    }

    private void reset(
            Handle handle, EffectiveSettings settings, SettingOverride row, String actor, @Nullable String reason) {
        handle.execute("delete from setting_override where setting_key = ?", row.key());
        String before = row.encrypted() ? HIDDEN : row.value();
        String after = row.encrypted() ? HIDDEN : settings.configuredText(row.key());
        audit(handle, actor, "SETTING_RESET", row.key(), before, after, reason);
    }

    private void audit(
            Handle handle,
            String actor,
            String action,
            String key,
            String before,
            @Nullable String after,
            @Nullable String reason) {
        String detail = "%s → %s%s".formatted(before, after, reason == null ? "" : " (" + reason + ")");
        audit.add(handle, actor, action, key, detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())));
    }

    /**
     * Within a transaction: a plan is approved only while the settings are those it was made with.
     *
     * @throws ProblemException SETTINGS_CHANGED
     */
    void requireSame(Handle handle, long run) {
        String kept = RunSettings.kept(handle, run);
        List<String> changes =
                kept == null ? List.of() : PlanSettings.parse(kept).changesTo(PlanSettings.of(current(handle)));
        if (!changes.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.SETTINGS_CHANGED,
                    "Run %d was planned with %s.".formatted(run, String.join("; ", changes)));
        }
    }
}
