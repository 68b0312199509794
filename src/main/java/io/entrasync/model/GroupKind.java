package io.entrasync.model;

/** The kinds of group that Entra knows, in the order in which they are told apart. */
public enum GroupKind {
    MICROSOFT_365,
    DISTRIBUTION,
    MAIL_ENABLED_SECURITY,
    SECURITY
}
