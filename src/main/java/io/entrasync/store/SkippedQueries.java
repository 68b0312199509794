package io.entrasync.store;

import io.entrasync.model.ObjectType;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.ScopeReason;
import io.entrasync.model.Skipped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what runs left out; only the run whose image is kept has entries. */
public final class SkippedQueries {
    private static final Listing LISTING = new Listing("run/skipped", "object_type desc, entra_id");

    private final Directory directory;

    public SkippedQueries(Directory directory) {
        this.directory = directory;
    }

    /** @param reason null for any */
    public Page<Skipped> list(long run, @Nullable ScopeReason reason, PageRequest wanted) {
        Map<String, ?> values = Map.of("run", run, "reason", reason == null ? "%" : reason.name());
        return directory
                .jdbi()
                .withHandle(handle -> LISTING.read(
                        handle,
                        values,
                        wanted,
                        (rs, context) -> new Skipped(
                                ObjectType.valueOf(rs.getString("object_type")),
                                rs.getString("entra_id"),
                                rs.getString("address"),
                                rs.getString("display_name"),
                                ScopeReason.valueOf(rs.getString("reason")),
                                rs.getString("detail"))));
    }
}
