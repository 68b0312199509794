package io.entrasync.summary;

/** What one look at the summary says. */
public enum Verdict {
    /** Syncs succeeded, and changed something. */
    OK("●"),
    /** Syncs succeeded, and there was nothing to change. */
    NO_CHANGE("●"),
    /** Syncs work, but somebody has to decide or mend something. */
    ATTENTION("▲"),
    /** The directory is not kept equal to the tenant any more. */
    FAILED("■");

    private final String symbol;

    Verdict(String symbol) {
        this.symbol = symbol;
    }

    /** Differs in shape, for those who see no colours. */
    public String symbol() {
        return symbol;
    }
}
