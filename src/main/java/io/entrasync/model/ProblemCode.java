package io.entrasync.model;

/**
 * Every code that a failed run or check can carry, with its one-sentence meaning and remedy. This is the only place
 * that words them; console, API, mail, log and README show the same sentences.
 */
public enum ProblemCode {
    // sign-in: nothing was read
    SECRET_EXPIRED(
            Kind.SIGN_IN,
            "The client secret has expired.",
            "Create a new secret in the app registration and set entra.client-secret to its value, or use a certificate."),
    SECRET_WRONG(
            Kind.SIGN_IN,
            "Microsoft Entra does not accept the client secret or certificate.",
            "Copy the secret's value (not its id) into entra.client-secret, or upload the certificate that is configured."),
    APPLICATION_UNKNOWN(
            Kind.SIGN_IN,
            "The application is not known in this tenant.",
            "Check entra.client-id, entra.primary-domain and entra.cloud, and have an administrator of the tenant consent to the application."),
    TENANT_UNKNOWN(
            Kind.SIGN_IN,
            "The tenant does not exist in this cloud.",
            "Check entra.primary-domain (primary domain or tenant id) and entra.cloud."),
    CONSENT_MISSING(
            Kind.SIGN_IN,
            "No administrator has consented to the application's permissions.",
            "Have an administrator of the tenant grant admin consent under API permissions."),
    PERMISSION_MISSING(
            Kind.SIGN_IN,
            "The application lacks a permission that the sync needs.",
            "Grant the named application permission and admin consent under API permissions, then check the connection again."),
    ACCESS_BLOCKED(
            Kind.SIGN_IN,
            "A conditional access policy blocks the application.",
            "Exclude the application, or the address it signs in from, in the tenant's conditional access policies."),
    APPLICATION_DISABLED(
            Kind.SIGN_IN,
            "The application is disabled in the tenant.",
            "Enable sign-in for it under Enterprise applications."),
    SIGN_IN_FAILED(
            Kind.SIGN_IN,
            "Signing in to Microsoft Entra failed.",
            "Check the network path to the sign-in service and the settings under entra.*; the detail names what was answered."),

    // reading: the directory is untouched
    READ_INCOMPLETE(
            Kind.READ,
            "The tenant could not be read completely, so nothing was changed.",
            "Nothing needs to be done if the next run succeeds; if not, check the connection and Microsoft's service status."),
    EMPTY_SOURCE(
            Kind.READ,
            "Microsoft Graph returned no users at all, which is never believed.",
            "Check that entra.primary-domain and entra.client-id name the right tenant and application."),
    TENANT_CHANGED(
            Kind.READ,
            "The credentials belong to another tenant than the one this directory is bound to.",
            "Correct the settings under entra.*, or rebind the directory if the move is meant."),
    FILTER_GROUP_UNKNOWN(
            Kind.OTHER,
            "A group that a filter names cannot be found, or its members cannot be read.",
            "Correct filter.include-groups or filter.exclude-groups (an object id is never ambiguous), or grant Member.Read.Hidden for hidden membership."),
    UNREGISTERED_DOMAINS(
            Kind.OTHER,
            "People in the tenant use mail domains that are not registered here.",
            "Register each listed domain, as relay or management domain, and run the sync again."),

    REBOUND(
            Kind.OTHER,
            "The directory was released from its tenant after this plan was made.",
            "Run the sync again; the first run after rebinding stops at review."),

    // the product itself
    RUN_IN_PROGRESS(
            Kind.OTHER,
            "Another run is at work; only one at a time changes the directory.",
            "Wait until it has ended and try again."),
    WRONG_STATE(
            Kind.OTHER,
            "The run is in a state in which this cannot be done.",
            "Look at the run and its items; a newer run may have planned the same anew."),
    PLAN_CHANGED(
            Kind.OTHER,
            "The plan is not the one that was approved.",
            "Read the plan again and approve it with the hash that it has now."),
    PLAN_EXPIRED(
            Kind.OTHER,
            "The plan has waited too long and can no longer be approved.",
            "Start a new run, and approve its plan."),
    SETTINGS_CHANGED(
            Kind.OTHER,
            "Settings that decide a plan have changed since this one was made.",
            "Start a new run, and approve its plan; or change the settings back."),
    NOT_CONFIGURED(
            Kind.OTHER,
            "The connection to Microsoft Entra is not configured.",
            "Set entra.primary-domain, entra.client-id and a credential; the setup guide lists the steps."),
    DIRECTORY_UNAVAILABLE(
            Kind.OTHER,
            "The directory database does not answer.",
            "Check db.url and the database; the embedded database can be open in one process only."),
    TOO_MANY_FAILURES(
            Kind.OTHER,
            "So many changes failed that the run was stopped.",
            "Look at the failed items' causes before the next run."),
    INTERNAL(
            Kind.OTHER,
            "The run ended through an unexpected error.",
            "Run the sync again; if it happens again, report it with the log of this run.");

    private enum Kind {
        SIGN_IN,
        READ,
        OTHER
    }

    private final Kind kind;
    private final String title;
    private final String remedy;

    ProblemCode(Kind kind, String title, String remedy) {
        this.kind = kind;
        this.title = title;
        this.remedy = remedy;
    }

    public String title() {
        return title;
    }

    public String remedy() {
        return remedy;
    }

    /** Whether the code says that signing in failed. */
    public boolean isSignIn() {
        return kind == Kind.SIGN_IN;
    }

    /** Whether the code says that the tenant could not be connected to: the connection then turns grey. */
    public boolean isConnecting() {
        return isSignIn() || this == TENANT_CHANGED || this == NOT_CONFIGURED;
    }

    /** Whether the code says that reading the tenant failed. */
    public boolean isRead() {
        return kind == Kind.READ;
    }
}
