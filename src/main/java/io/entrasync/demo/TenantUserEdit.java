package io.entrasync.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TenantUser}, from scratch or as a changed copy. */
public final class TenantUserEdit {
    private final String id;
    private @Nullable String displayName;
    private @Nullable String givenName;
    private @Nullable String surname;
    private @Nullable String userPrincipalName;
    private @Nullable String mail;
    private @Nullable String mobilePhone;
    private @Nullable String department;
    private @Nullable String preferredLanguage;
    private @Nullable Boolean accountEnabled;
    private @Nullable String userType;
    private @Nullable List<String> proxyAddresses;
    private List<String> assignedLicenses = List.of();
    private @Nullable String userPurpose;
    private Map<String, Object> more = Map.of();

    /** Starts with nothing but the object id. */
    public TenantUserEdit(String id) {
        this.id = id;
    }

    TenantUserEdit(TenantUser from) {
        id = from.id();
        displayName = from.displayName();
        givenName = from.givenName();
        surname = from.surname();
        userPrincipalName = from.userPrincipalName();
        mail = from.mail();
        mobilePhone = from.mobilePhone();
        department = from.department();
        preferredLanguage = from.preferredLanguage();
        accountEnabled = from.accountEnabled();
        userType = from.userType();
        proxyAddresses = from.proxyAddresses();
        assignedLicenses = from.assignedLicenses();
        userPurpose = from.userPurpose();
        more = from.more();
    }

    public TenantUserEdit displayName(@Nullable String value) {
        displayName = value;
        return this;
    }

    public TenantUserEdit givenName(@Nullable String value) {
        givenName = value;
        return this;
    }

    public TenantUserEdit surname(@Nullable String value) {
        surname = value;
        return this;
    }

    public TenantUserEdit userPrincipalName(@Nullable String value) {
        userPrincipalName = value;
        return this;
    }

    public TenantUserEdit mail(@Nullable String value) {
        mail = value;
        return this;
    }

    public TenantUserEdit mobilePhone(@Nullable String value) {
        mobilePhone = value;
        return this;
    }

    public TenantUserEdit department(@Nullable String value) {
        department = value;
        return this;
    }

    public TenantUserEdit preferredLanguage(@Nullable String value) {
        preferredLanguage = value;
        return this;
    }

    public TenantUserEdit accountEnabled(@Nullable Boolean value) {
        accountEnabled = value;
        return this;
    }

    public TenantUserEdit userType(@Nullable String value) {
        userType = value;
        return this;
    }

    public TenantUserEdit proxyAddresses(@Nullable List<String> value) {
        proxyAddresses = value;
        return this;
    }

    public TenantUserEdit assignedLicenses(List<String> value) {
        assignedLicenses = value;
        return this;
    }

    public TenantUserEdit userPurpose(@Nullable String value) {
        userPurpose = value;
        return this;
    }

    public TenantUserEdit more(Map<String, Object> value) {
        more = value;
        return this;
    }

    public TenantUser build() {
        return new TenantUser(
                id,
                displayName,
                givenName,
                surname,
                userPrincipalName,
                mail,
                mobilePhone,
                department,
                preferredLanguage,
                accountEnabled,
                userType,
                proxyAddresses,
                assignedLicenses,
                userPurpose,
                more);
    }
}
