package io.entrasync.store;

import io.entrasync.scope.Decision;
import java.util.Map;
import java.util.TreeMap;

/** Counts, for one page, the aliases in domains that are not registered. */
final class DomainCount {
    private final Map<String, Integer> byDomain = new TreeMap<>();

    void add(Decision decision) {
        decision.mail().leftOut().forEach(domain -> byDomain.merge(domain, 1, Integer::sum));
    }

    /** By domain: how many aliases are in it. */
    Map<String, Integer> byDomain() {
        return byDomain;
    }
}
