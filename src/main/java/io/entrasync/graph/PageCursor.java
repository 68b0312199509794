package io.entrasync.graph;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.net.URI;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the pages of one collection. A nextLink is followed as it stands, but only to the host that is
 * configured, since the request carries the token, and never to a page that was there before.
 */
public final class PageCursor {
    /** A collection whose page token was lost more often than this cannot be read now. */
    private static final int RESTARTS = 3;

    private final URI baseUrl;
    private final String first;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String link;
    private int page = 1;
    private int restarts;
    private boolean askedAgain;

    private PageCursor(URI baseUrl, String first) {
        this.baseUrl = baseUrl;
        this.first = first;
        this.link = first;
        seen.add(first);
    }

    /** Starts at the first page of a collection, given relative to the version, such as {@code /users?$top=999}. */
    static PageCursor start(URI baseUrl, String path) {
        return new PageCursor(baseUrl, baseUrl + path);
    }

    /** Whether there is a page to ask for. */
    public boolean isMore() {
        return link != null;
    }

    /** The URL of the page to ask for. */
    public String getLink() {
        return Objects.requireNonNull(link, "no page left");
    }

    /** Number of the page to ask for, from 1. */
    public int getPage() {
        return page;
    }

    /**
     * Whether the page just read has to be asked for once more: its request had to be repeated, and the page token in
     * the answer to a repeated request may be unknown later. The token that led here is good, so one clean request
     * gives a good one.
     *
     * @param attempts how many requests the answer took
     */
    public boolean mustAskAgain(GraphPage<?> read, int attempts) {
        askedAgain = !askedAgain && attempts > 1 && read.nextLink() != null;
        return askedAgain;
    }

    /**
     * Moves on behind a page.
     *
     * @throws ProblemException READ_INCOMPLETE, if the link leads to another host or back
     */
    public void advance(GraphPage<?> read) {
        link = read.nextLink();
        askedAgain = false;
        page++;
        if (link == null) {
            return;
        }
        requireHost(link);
        if (!seen.add(link)) {
            throw new ProblemException(
                    ProblemCode.READ_INCOMPLETE,
                    "Page " + page + " was delivered before: the pages go round in a loop.");
        }
    }

    /**
     * Starts over, because the page token was lost.
     *
     * @throws ProblemException READ_INCOMPLETE, if that has happened too often
     */
    public void restart() {
        restarts++;
        if (restarts > RESTARTS) {
            throw new ProblemException(ProblemCode.READ_INCOMPLETE, "Graph lost the page token again and again.");
        }
        link = first;
        page = 1;
        seen.clear();
        seen.add(first);
    }

    private void requireHost(String next) {
        URI uri;
        try {
            uri = URI.create(next);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.READ_INCOMPLETE, "Page " + page + " has no valid address.");
        }
        boolean same = Objects.equals(uri.getScheme(), baseUrl.getScheme())
                && baseUrl.getHost().equalsIgnoreCase(uri.getHost())
                && uri.getPort() == baseUrl.getPort()
                && uri.getUserInfo() == null;
        if (!same) {
            throw new ProblemException(
                    ProblemCode.READ_INCOMPLETE,
                    "Page " + page + " is said to be on another host than the configured one and was not asked for.");
        }
    }
}
