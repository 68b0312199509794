package io.entrasync.store;

import io.entrasync.model.ObjectType;
import io.entrasync.scope.Decision;
import io.entrasync.scope.MailAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a page of objects has several of: addresses, exempt ones that are left out, domains that are not registered. */
record ImageParts(long run, int page, ObjectType type, Collection<ImageRow> objects) {
    private static final List<String> ADDRESS_COLUMNS =
            List.of("generation", "page", "object_type", "entra_id", "address", "domain");
    private static final List<String> EXEMPT_COLUMNS = ADDRESS_COLUMNS.subList(0, 5);
    private static final List<String> DOMAIN_COLUMNS =
            List.of("generation", "page", "object_type", "domain", "aliases");

    void insert(Dialect dialect, Handle handle) throws SQLException {
        dialect.insert(handle, "image_address", ADDRESS_COLUMNS, addresses());
        dialect.insert(handle, "image_domain", DOMAIN_COLUMNS, domains());
        List<@Nullable Object[]> exempt = exempt();
        if (!exempt.isEmpty()) {
            dialect.insert(handle, "image_exempt_address", EXEMPT_COLUMNS, exempt);
        }
    }

    private List<@Nullable Object[]> addresses() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ImageRow object : objects) {
            Decision.Mail mail = object.decision().mail();
            List<MailAddress> all = new ArrayList<>(mail.aliases());
            if (mail.primary() != null) {
                all.add(mail.primary());
            }
            all.forEach(address -> rows.add(
                    new @Nullable Object[] {run, page, type.name(), object.id(), address.address(), address.domain()}));
        }
        return rows;
    }

    private List<@Nullable Object[]> exempt() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        objects.forEach(object -> object.decision()
                .mail()
                .exempt()
                .forEach(address ->
                        rows.add(new @Nullable Object[] {run, page, type.name(), object.id(), address.address()})));
        return rows;
    }

    private List<@Nullable Object[]> domains() {
        DomainCount counts = new DomainCount();
        objects.forEach(object -> counts.add(object.decision()));
        List<@Nullable Object[]> rows = new ArrayList<>();
        counts.byDomain().forEach((domain, n) -> rows.add(new @Nullable Object[] {run, page, type.name(), domain, n}));
        return rows;
    }
}
