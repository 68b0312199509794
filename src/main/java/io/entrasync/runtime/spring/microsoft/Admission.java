package io.entrasync.runtime.spring.microsoft;

import io.entrasync.store.AdminLogins;
import io.entrasync.store.ConnectionStore;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Decides who of those whom Microsoft knows may log in: administrators of this directory. By the Entra id of their
 * account; by its address only those whose account has no Entra id, once, when the local operator has confirmed it.
 */
final class Admission implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final AdminLogins admins;
    private final ConnectionStore connection;

    Admission(AdminLogins admins, ConnectionStore connection) {
        this.admins = admins;
        this.connection = connection;
    }

    /** Signature, issuer, audience, nonce and times of the token are checked before. */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        if (!Objects.equals(token.getClaimAsString("tid"), connection.tenantId())) {
            throw Refusal.OTHER_TENANT.exception();
        }
        if (isGuest(token)) {
            throw Refusal.GUEST.exception();
        }
        String entraId = token.getClaimAsString("oid");
        if (entraId == null) {
            throw Refusal.NO_ADMINISTRATOR.exception();
        }
        AdminLogins.Admin admin = admins.admitted(entraId)
                .orElseThrow(() -> refusal(token, entraId).exception());
        return new MicrosoftUser(token, entraId, admin);
    }

    /** A guest's account is at home in another tenant, which the token then names as identity provider. */
    private static boolean isGuest(OidcIdToken token) {
        Object account = token.getClaims().get("acct");
        String home = token.getClaimAsString("idp");
        return (account != null && String.valueOf(account).equals("1"))
                || (home != null && !home.contains(String.valueOf(token.getClaimAsString("tid"))));
    }

    private Refusal refusal(OidcIdToken token, String entraId) {
        Optional<AdminLogins.Admin> known = Stream.of("preferred_username", "email", "upn")
                .map(token::getClaimAsString)
                .filter(Objects::nonNull)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .flatMap(address -> admins.unconfirmed(address).stream())
                .findFirst();
        known.ifPresent(admin -> admins.ask(entraId, admin, token.getClaimAsString("name")));
        return known.isPresent() ? Refusal.UNCONFIRMED : Refusal.NO_ADMINISTRATOR;
    }
}
