package io.entrasync.runtime;

/** What browsers let pages from here do: load what comes from here, and nothing else. The same in both runtimes. */
public final class ContentPolicy {
    public static final String HEADER = "Content-Security-Policy";

    public static final String CONSOLE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The summary is the mail itself, whose styles are inline; it is shown in a frame of the console and runs nothing. */
    public static final String MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private ContentPolicy() {}
}
