package io.entrasync.run;

import io.entrasync.model.Problem;
import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.settings.Settings;
import io.entrasync.store.DomainStore;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunSettings;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds mail domains that people use and the service does not know. */
public final class DomainCheck {
    private final RunSettings settings;
    private final Supplier<Settings> now;
    private final DomainStore domains;
    private final RunQueries runs;

    /** @param now the settings that count for what is asked outside of a run */
    public DomainCheck(RunSettings settings, Supplier<Settings> now, DomainStore domains, RunQueries runs) {
        this.settings = settings;
        this.now = now;
        this.domains = domains;
        this.runs = runs;
    }

    /**
     * Ends a manual run where such domains exist; other runs go on without those users.
     *
     * @throws ProblemException UNREGISTERED_DOMAINS
     */
    public void require(long run) {
        if (runs.trigger(run) != Run.Trigger.MANUAL) {
            return;
        }
        List<UnregisteredDomain> found = unregistered(run);
        if (!found.isEmpty()) {
            String names = found.stream().map(UnregisteredDomain::name).collect(Collectors.joining(", "));
            throw new ProblemException(Problem.of(ProblemCode.UNREGISTERED_DOMAINS, "Not registered: " + names + ".")
                    .withDomains(found));
        }
    }

    /** The domains found by a run, without the ignored ones. */
    public List<UnregisteredDomain> unregistered(long run) {
        List<UnregisteredDomain> found = domains.unregistered(run);
        List<String> ignored =
                found.isEmpty() ? List.of() : settings.of(run).directory().ignoredDomains();
        return notIgnored(found, ignored);
    }

    private static List<UnregisteredDomain> notIgnored(List<UnregisteredDomain> found, List<String> ignored) {
        return found.stream()
                .filter(domain -> ignored.stream().noneMatch(pattern -> matches(pattern, domain.name())))
                .toList();
    }

    /** Those in the last image that people use and that are not registered now. */
    public List<UnregisteredDomain> current() {
        return all().stream()
                .filter(domain -> domain.users() + domain.groups() > 0)
                .toList();
    }

    /** The same, and those that only aliases are in. */
    public List<UnregisteredDomain> all() {
        return notIgnored(domains.unregistered(), now.get().directory().ignoredDomains());
    }

    /** What decides, with the image, which these are: as long as it is equal, so are they. */
    Object deciding() {
        return List.of(domains.names(), now.get().directory().ignoredDomains());
    }

    /** {@code *.example.com} matches every domain below example.com, at any depth. */
    private static boolean matches(String pattern, String domain) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        return lower.startsWith("*.") ? domain.endsWith(lower.substring(1)) : domain.equals(lower);
    }
}
