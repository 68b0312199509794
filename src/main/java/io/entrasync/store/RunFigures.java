package io.entrasync.store;

import io.entrasync.model.Run;

/** Figures over all runs that are kept. */
public final class RunFigures {
    private final Directory directory;

    public RunFigures(Directory directory) {
        this.directory = directory;
    }

    /** How many runs have this status now. */
    public int count(Run.Status status) {
        return number("select count(*) from sync_run where status = ?", status.name());
    }

    /** How many items wait for somebody's approval. */
    public int heldItems() {
        return number("select coalesce(sum(held), 0) from sync_run");
    }

    private int number(String sql, Object... values) {
        return directory.jdbi().withHandle(handle -> handle.select(sql, values)
                .mapTo(Integer.class)
                .one());
    }
}
