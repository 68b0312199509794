package io.entrasync.store;

import io.entrasync.model.PageRequest;
import io.entrasync.model.PlanItem;
import io.entrasync.model.SettingsPreview;
import io.entrasync.settings.EffectiveSettings;
import io.entrasync.settings.Filters;
import io.entrasync.settings.PlanSettings;
import io.entrasync.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Plans twice on a copy of the image, by the settings as they are and by others, and tells the difference. All of it
 * happens in one transaction that is rolled back: nobody else ever sees it, and nothing is left.
 */
public final class PreviewStore {
    private static final int SHOWN = 50;
    private static final List<String> COPIED =
            List.of("image_user", "image_group", "image_address", "image_member", "image_exempt_address");
    private static final List<PlanItem.Category> ORDER = List.of(
            PlanItem.Category.DELETE, PlanItem.Category.DISABLE, PlanItem.Category.ADD, PlanItem.Category.UPDATE);

    private final Directory directory;
    private final SettingStore settings;
    private final ItemQueries items;

    public PreviewStore(Directory directory, SettingStore settings, ItemQueries items) {
        this.directory = directory;
        this.settings = settings;
        this.items = items;
    }

    /**
     * What a change would newly remove or add.
     *
     * @param changes texts by key, checked before
     * @param plan plans for the run of the given id, on this thread
     */
    public SettingsPreview of(Map<String, String> changes, LongConsumer plan) {
        return directory.jdbi().inTransaction(handle -> {
            Long image = image(handle);
            SettingsPreview preview = image == null
                    ? new SettingsPreview(
                            RunCounts.read(handle, 0).planned(),
                            List.of(),
                            List.of("The tenant has not been read yet."))
                    : compare(handle, image, changes, plan);
            handle.rollback();
            return preview;
        });
    }

    private static @Nullable Long image(Handle handle) {
        return handle.createQuery("select image_generation from directory_state where image_generation is not null")
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    private SettingsPreview compare(Handle handle, long image, Map<String, String> changes, LongConsumer plan) {
        directory.dialect().planForValues(handle);
        EffectiveSettings current = settings.current(handle);
        Set<String> notes = new LinkedHashSet<>();
        long before = open(handle, image, current, current.settings(), notes);
        long after = open(handle, image, current, current.with(changes), notes);
        directory.dialect().analyze(handle, COPIED);
        plan.accept(before);
        plan.accept(after);
        handle.createUpdate(Sql.text("preview/known"))
                .bindMap(Map.of("run", after, "before", before))
                .execute();
        for (String step : List.of("plan/same-warnings", "plan/same-addresses", "plan/same-items")) {
            execute(handle, step, after, image);
        }
        Map<String, Map<String, Integer>> counts = RunCounts.read(handle, after).planned();
        note(handle, after, counts, notes);
        return new SettingsPreview(counts, first(after), List.copyOf(notes));
    }

    /** Makes a run with a copy of the image that the settings decide on anew. */
    private long open(Handle handle, long image, EffectiveSettings current, Settings wanted, Set<String> notes) {
        // below those of real runs, so that none of their numbers is used up
        long run = -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 4);
        handle.createUpdate(Sql.text("preview/open"))
                .bindMap(RunStore.settings(wanted))
                .bind("sharedMailboxes", wanted.whom().sharedMailboxes().name())
                .bindMap(Map.of("run", run, "image", image))
                .execute();
        COPIED.forEach(table -> copy(handle, table, image, run));
        execute(handle, "preview/users", run, image);
        execute(handle, asksMailboxes(handle, run) ? "mailboxes/functional" : "preview/mailboxes-off", run, image);
        FilterPreview filters = new FilterPreview(handle, run, image, notes);
        boolean others =
                filters.prepare(readWith(handle, image, current), wanted.whom().filters());
        execute(handle, "preview/groups", run, image);
        if (others) {
            FilterStore.settle(handle, run);
        }
        for (String step : List.of("evidence/candidates-users", "evidence/candidates-groups", "preview/evidence")) {
            execute(handle, step, run, image);
        }
        return run;
    }

    private static boolean asksMailboxes(Handle handle, long run) {
        return handle.createQuery("select shared_mailboxes from sync_run where id = ?")
                .bind(0, run)
                .mapTo(Boolean.class)
                .one();
    }

    /** The filters that the image was read with. */
    private static Filters readWith(Handle handle, long image, EffectiveSettings current) {
        String kept = RunSettings.kept(handle, image);
        Settings read =
                kept == null ? current.settings() : PlanSettings.parse(kept).over(current);
        return read.whom().filters();
    }

    private static void copy(Handle handle, String table, long from, long to) {
        String columns = handle.createQuery("select * from " + table + " where 1 = 0")
                .scanResultSet((rows, context) -> {
                    List<String> names = new ArrayList<>();
                    for (int i = 1; i <= rows.get().getMetaData().getColumnCount(); i++) {
                        names.add(rows.get().getMetaData().getColumnName(i));
                    }
                    return names.stream()
                            .filter(name -> !name.equalsIgnoreCase("generation"))
                            .collect(Collectors.joining(", "));
                });
        handle.createUpdate(
                        "insert into %s (generation, %s) select cast(:to as bigint), %s from %s where generation = :from"
                                .formatted(table, columns, columns, table))
                .bindMap(Map.of("from", from, "to", to))
                .execute();
    }

    private static void note(Handle handle, long run, Map<String, Map<String, Integer>> counts, Set<String> notes) {
        int unread = handle.createQuery(Sql.text("preview/members-unread"))
                .bind("run", run)
                .mapTo(Integer.class)
                .one();
        if (unread > 0) {
            notes.add("The members of %d groups have not been read yet; the next run reads them.".formatted(unread));
        }
        if (counts.getOrDefault("DELETE", Map.of()).values().stream().anyMatch(n -> n > 0)) {
            notes.add("Who is missing from the last read counts as deleted here; a run first asks for each by id.");
        }
    }

    private List<PlanItem> first(long run) {
        List<PlanItem> first = new ArrayList<>();
        for (PlanItem.Category category : ORDER) {
            int room = SHOWN - first.size();
            if (room > 0) {
                ItemQueries.Filter filter = new ItemQueries.Filter(category, null, null);
                first.addAll(
                        items.list(run, filter, new PageRequest(0, room, "")).items());
            }
        }
        return first;
    }

    private static void execute(Handle handle, String sql, long run, long image) {
        handle.createUpdate(Sql.text(sql))
                .bindMap(Map.of("run", run, "image", image))
                .execute();
    }
}
