package io.entrasync.summary;

/**
 * What the tech contact is told at once, and not only in the daily summary. This is the only place that words it; what
 * a failed run says of itself is worded by {@link io.entrasync.model.ProblemCode}.
 */
public enum AlertKind {
    SIGN_IN(
            Telling.DAILY,
            true,
            "The tenant cannot be connected to.",
            "See what the problem's own code says, then check the connection."),
    SECRET_EXPIRING(
            Telling.ONCE,
            true,
            "The client secret or certificate is about to expire.",
            "Create a new one in the app registration and configure it under entra.* before that day."),
    STALE(
            Telling.DAILY,
            true,
            "No sync has succeeded for two intervals: the directory is out of date.",
            "Look at the last run's problem and check the connection."),
    REPEATED_FAILURE(
            Telling.ONCE,
            true,
            "Scheduled runs fail again and again, so they are tried less often.",
            "Mend what the last run's problem names, then check the connection or start a run: that ends the waiting."),
    HELD(
            Telling.ONCE,
            false,
            "Removals are held and wait for approval.",
            "Look at them, then approve, reject or exempt; what nobody approves within 7 days stays as it is."),
    ADMIN_LEFT(
            Telling.ONCE,
            false,
            "An administrator or the tech contact has left the tenant.",
            "Approve the removal if the person is to lose access here too, else reject or exempt it."),
    DOMAIN_MISMATCH(
            Telling.ONCE,
            false,
            "People in the tenant use a mail domain that is not registered here.",
            "Register the domain, as relay or management domain; the next run brings its users over."),
    EXEMPTION_REUSED(
            Telling.ONCE,
            false,
            "An exempt address belongs to another object than the one it was exempted for.",
            "Lift the exemption if the new object is to be synced, or exempt the new object by its id."),
    REVIEW_WAITS(
            Telling.ONCE,
            false,
            "A scheduled run waits for its plan to be reviewed.",
            "Look at the plan and apply it; until then nothing is changed, and after 24 hours it expires."),
    CONTACT_LOST(
            Telling.ONCE,
            true,
            "Nobody receives the daily summary.",
            "Set tech-contact to an address that is read, and mail.host to the server that takes its mail.");

    private enum Telling {
        /** When it appears. */
        ONCE,
        /** On each day on which it happens anew, too. */
        DAILY
    }

    private final Telling telling;
    private final boolean recovers;
    private final String title;
    private final String remedy;

    AlertKind(Telling telling, boolean recovers, String title, String remedy) {
        this.telling = telling;
        this.recovers = recovers;
        this.title = title;
        this.remedy = remedy;
    }

    boolean isDaily() {
        return telling == Telling.DAILY;
    }

    /** Whether its end is told, too. */
    boolean recovers() {
        return recovers;
    }

    /** Whether the directory is not kept up to date while it lasts. */
    boolean isFailure() {
        return this == SIGN_IN || this == STALE || this == REPEATED_FAILURE;
    }

    public String title() {
        return title;
    }

    public String remedy() {
        return remedy;
    }
}
