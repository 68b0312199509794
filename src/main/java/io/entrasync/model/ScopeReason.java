package io.entrasync.model;

/** Why an object of the tenant is not brought over; the first rule that matches decides. */
public enum ScopeReason {
    EXEMPT,
    GUEST,
    FILTERED,
    SIGN_IN_DISABLED,
    INCOMPLETE_OBJECT,
    NOT_SELECTED,
    DYNAMIC_MEMBERSHIP,
    NO_PROXY_ADDRESS,
    NO_PRIMARY_ADDRESS,
    INVALID_ADDRESS,
    UNREGISTERED_DOMAIN,
    ADDRESS_CONFLICT
}
