package io.entrasync.flow;

import io.entrasync.fake.TokenServer;
import io.entrasync.run.Authorization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A company whose Graph is signed in to with a client secret, at a token endpoint over TLS. */
final class SignedIn implements AutoCloseable {
    static final List<String> ROLES = List.of("User.Read.All", "GroupMember.Read.All");
    static final String SECRET = "secret-value";

    final TokenServer tokens = TokenServer.start();
    final Company company;

    SignedIn(TestDatabase database, String tenant) throws Exception {
        this(database, tenant, Map.of());
    }

    SignedIn(TestDatabase database, String tenant, Map<String, String> more) throws Exception {
        token(tenant);
        Map<String, String> settings = new HashMap<>(Map.of(
                "entra.credential", "client-secret",
                "entra.primary-domain", "example.com",
                "entra.client-id", "client",
                "entra.client-secret", SECRET,
                "entra.authority-host", tokens.authorityHost(),
                "entra.disable-instance-discovery", "true"));
        settings.putAll(more);
        company = new Company(database, settings);
    }

    /** From now on tokens are for this tenant, with these permissions. */
    void token(String tenant, List<String> roles) {
        tokens.accept("client", SECRET, tenant, roles);
    }

    void token(String tenant) {
        token(tenant, ROLES);
    }

    /** As if the kept token came to its end. */
    void forgetToken() {
        tokens.tokens().forEach(token -> bean(Authorization.class).refused("Bearer " + token));
    }

    <T> T bean(Class<T> type) {
        return company.product.camel().getRegistry().findSingleByType(type);
    }

    @Override
    public void close() {
        company.close();
        tokens.close();
    }
}
