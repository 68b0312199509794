package io.entrasync.graph;

import org.jspecify.annotations.Nullable;

/** What routes ask of a cursor and the page just read. */
public final class Paging {
    /** See {@link PageCursor#mustAskAgain}; a page whose token is lost is not asked for again. */
    public boolean mustAskAgain(PageCursor pages, @Nullable GraphPage<?> page, int attempts) {
        return page != null && pages.mustAskAgain(page, attempts);
    }

    /** See {@link PageCursor#advance}. */
    public void advance(PageCursor pages, GraphPage<?> page) {
        pages.advance(page);
    }

    /** See {@link PageCursor#restart}. */
    public void restart(PageCursor pages) {
        pages.restart();
    }
}
