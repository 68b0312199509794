package io.entrasync.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TenantGroup}, from scratch or as a changed copy. */
public final class TenantGroupEdit {
    private final String id;
    private @Nullable String displayName;
    private @Nullable String description;
    private @Nullable String mail;
    private @Nullable String mailNickname;
    private @Nullable Boolean mailEnabled;
    private @Nullable Boolean securityEnabled;
    private @Nullable List<String> groupTypes;
    private @Nullable String membershipRule;
    private @Nullable String visibility;
    private @Nullable List<String> proxyAddresses;
    private Map<String, Object> more = Map.of();

    /** Starts with nothing but the object id. */
    public TenantGroupEdit(String id) {
        this.id = id;
    }

    TenantGroupEdit(TenantGroup from) {
        id = from.id();
        displayName = from.displayName();
        description = from.description();
        mail = from.mail();
        mailNickname = from.mailNickname();
        mailEnabled = from.mailEnabled();
        securityEnabled = from.securityEnabled();
        groupTypes = from.groupTypes();
        membershipRule = from.membershipRule();
        visibility = from.visibility();
        proxyAddresses = from.proxyAddresses();
        more = from.more();
    }

    public TenantGroupEdit displayName(@Nullable String value) {
        displayName = value;
        return this;
    }

    public TenantGroupEdit description(@Nullable String value) {
        description = value;
        return this;
    }

    public TenantGroupEdit mail(@Nullable String value) {
        mail = value;
        return this;
    }

    public TenantGroupEdit mailNickname(@Nullable String value) {
        mailNickname = value;
        return this;
    }

    public TenantGroupEdit mailEnabled(@Nullable Boolean value) {
        mailEnabled = value;
        return this;
    }

    public TenantGroupEdit securityEnabled(@Nullable Boolean value) {
        securityEnabled = value;
        return this;
    }

    public TenantGroupEdit groupTypes(@Nullable List<String> value) {
        groupTypes = value;
        return this;
    }

    public TenantGroupEdit membershipRule(@Nullable String value) {
        membershipRule = value;
        return this;
    }

    public TenantGroupEdit visibility(@Nullable String value) {
        visibility = value;
        return this;
    }

    public TenantGroupEdit proxyAddresses(@Nullable List<String> value) {
        proxyAddresses = value;
        return this;
    }

    public TenantGroupEdit more(Map<String, Object> value) {
        more = value;
        return this;
    }

    public TenantGroup build() {
        return new TenantGroup(
                id,
                displayName,
                description,
                mail,
                mailNickname,
                mailEnabled,
                securityEnabled,
                groupTypes,
                membershipRule,
                visibility,
                proxyAddresses,
                more);
    }
}
