package io.entrasync.run;

import io.entrasync.model.Problem;
import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.model.Run;
import io.entrasync.store.DomainStore;
import io.entrasync.store.RunQueries;
import io.entrasync.store.RunSettings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds mail domains that people use and the service does not know. */
public final class DomainCheck {
    private final RunSettings settings;
    private final DomainStore domains;
    private final RunQueries runs;

    public DomainCheck(RunSettings settings, DomainStore domains, RunQueries runs) {
        this.settings = settings;
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
        return found.stream()
                .filter(domain -> ignored.stream().noneMatch(pattern -> matches(pattern, domain.name())))
                .toList();
    }

    /** {@code *.example.com} matches every domain below example.com, at any depth. */
    private static boolean matches(String pattern, String domain) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        return lower.startsWith("*.") ? domain.endsWith(lower.substring(1)) : domain.equals(lower);
    }
}
