package io.entrasync.runtime.spring.microsoft;

import io.entrasync.store.AdminLogins;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** An administrator who has logged in with Microsoft. */
public final class MicrosoftUser extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;

    private final String entraId;
    private final long account;
    private final String address;

    MicrosoftUser(OidcIdToken token, String entraId, AdminLogins.Admin admin) {
        super(List.of(new SimpleGrantedAuthority("ROLE_OPERATOR")), token);
        this.entraId = entraId;
        this.account = admin.account();
        this.address = admin.address();
    }

    String entraId() {
        return entraId;
    }

    long account() {
        return account;
    }

    /** The account's primary address: as the audit trail names them. */
    @Override
    public String getName() {
        return address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MicrosoftUser user && user.account == account && user.entraId.equals(entraId);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account);
    }
}
