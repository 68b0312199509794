package io.entrasync.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.http.Ssl;
import no.nav.security.mock.oauth2.http.SslKeystore;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OpenID provider over TLS, as Microsoft's for one tenant: whoever comes is logged in as was said before. */
public final class OpenIdServer implements AutoCloseable {
    public static final String CLIENT = "console-application";

    private final String tenant;
    private final MockOAuth2Server server;

    public OpenIdServer(String tenant) {
        this.tenant = tenant;
        LocalTls.trusted();
        server = new MockOAuth2Server(new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.<OAuth2TokenCallback>of(),
                new MockWebServerWrapper(new Ssl(new SslKeystore(LocalTls.password(), LocalTls.keys())))));
        server.start();
    }

    /** Where the sign-in service is, as the product is configured with it. */
    public String authority() {
        return server.baseUrl().toString();
    }

    /** The next to come is this person. */
    public void next(String objectId, String address, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "oid", objectId,
                "tid", tenant,
                "preferred_username", address,
                "name", "Somebody"));
        claims.putAll(more);
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                tenant + "/v2.0", "subject-of-" + objectId, "JWT", List.of(CLIENT), claims, 3600));
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
