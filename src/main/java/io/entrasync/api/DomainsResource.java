package io.entrasync.api;

import io.entrasync.model.RegisteredDomain;
import io.entrasync.model.RegisteredDomain.Purpose;
import io.entrasync.scope.MailAddress;
import io.entrasync.store.DomainQueries;
import io.entrasync.store.DomainStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/domains}: the registered domains. */
public final class DomainsResource {
    private final RequestBodies bodies;
    private final DomainStore domains;
    private final DomainQueries queries;

    public DomainsResource(RequestBodies bodies, DomainStore domains, DomainQueries queries) {
        this.bodies = bodies;
        this.domains = domains;
        this.queries = queries;
    }

    public Reply list(@Nullable String page, @Nullable String size, @Nullable String q) {
        return Reply.ok(queries.list(Parameters.page(page, size, q)));
    }

    /** Registers a domain. One that is registered stays as it is, and is answered with 200 instead of 201. */
    public Reply add(@Nullable String text, String actor) {
        DomainBody body = bodies.read(text, DomainBody.class);
        String given = body.name();
        if (given == null) {
            throw ApiException.invalidRequest("The field name is missing.");
        }
        String name = MailAddress.domain(given)
                .orElseThrow(() -> new ApiException(
                        ApiCode.INVALID_VALUE, "The field name must be a domain such as example.com."));
        Optional<RegisteredDomain> existing = queries.find(name);
        if (existing.isPresent()) {
            return Reply.ok(existing.get());
        }
        domains.add(name, body.purpose() == null ? Purpose.RELAY : body.purpose(), actor);
        String location = "/api/domains/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return Reply.created(location, queries.find(name).orElseThrow());
    }

    /** Removes a domain; one that is in use only when that is confirmed. */
    public Reply remove(String given, @Nullable String confirm, String actor) {
        RegisteredDomain domain = MailAddress.domain(given)
                .flatMap(queries::find)
                .orElseThrow(() -> ApiException.notFound("domain", given));
        boolean confirmed = Parameters.flag("confirm", confirm);
        boolean inUse = domain.accounts() + domain.groups() > 0;
        if (!confirmed && inUse) {
            throw new ApiException(
                    ApiCode.DOMAIN_IN_USE,
                    "%d accounts and %d groups have addresses in %s."
                            .formatted(domain.accounts(), domain.groups(), domain.name()));
        }
        domains.remove(domain.name(), inUse, actor);
        return Reply.done();
    }
}
