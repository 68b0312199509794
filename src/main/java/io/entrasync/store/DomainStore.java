package io.entrasync.store;

import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.model.RegisteredDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The registered domains, and those that the last read found unregistered. */
public final class DomainStore {
    private final Directory directory;
    private final AuditStore audit;

    public DomainStore(Directory directory, AuditStore audit) {
        this.directory = directory;
        this.audit = audit;
    }

    /** Names of all registered domains. */
    public Set<String> names() {
        return directory
                .jdbi()
                .withHandle(handle -> new TreeSet<>(handle.createQuery("select name from registered_domain")
                        .mapTo(String.class)
                        .list()));
    }

    /** Registers a domain that the configuration names; an existing one keeps its purpose. */
    public void add(String name, RegisteredDomain.Purpose purpose) {
        directory.jdbi().useHandle(handle -> add(handle, name, purpose));
    }

    /** Registers a domain because somebody asks for it; an existing one keeps its purpose. */
    public void add(String name, RegisteredDomain.Purpose purpose, String actor) {
        directory.jdbi().useTransaction(handle -> {
            if (add(handle, name, purpose) > 0) {
                audit.add(handle, actor, "DOMAIN_ADDED", name, purpose.name());
            }
        });
    }

    private static int add(Handle handle, String name, RegisteredDomain.Purpose purpose) {
        return handle.createUpdate(Sql.text("directory/domain-add"))
                .bindMap(Map.of("name", name, "purpose", purpose.name()))
                .execute();
    }

    /**
     * Removes a domain.
     *
     * @param inUse somebody has an address in it: the removals of the next plan then wait for approval
     */
    public void remove(String name, boolean inUse, String actor) {
        directory.jdbi().useTransaction(handle -> {
            handle.execute("delete from registered_domain where name = ?", name);
            if (inUse) {
                handle.execute("update directory_state set hold_removals = true");
            }
            audit.add(handle, actor, "DOMAIN_REMOVED", name, inUse ? "in use, confirmed" : null);
        });
    }

    /** Domains that are not registered and are somebody's primary domain in what a run read. */
    public List<UnregisteredDomain> unregistered(long run) {
        return unregistered("directory/unregistered", Map.of("run", run));
    }

    /** Domains of the last image that are not registered now, those that only aliases are in too. */
    public List<UnregisteredDomain> unregistered() {
        return unregistered("summary/unregistered", Map.of());
    }

    private List<UnregisteredDomain> unregistered(String sql, Map<String, ?> values) {
        return directory.jdbi().withHandle(handle -> handle.createQuery(Sql.text(sql))
                .bindMap(values)
                .map((rs, context) -> new UnregisteredDomain(
                        rs.getString("domain"), rs.getInt("users"), rs.getInt("groups"), rs.getInt("aliases")))
                .list());
    }
}
