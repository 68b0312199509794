package io.entrasync.store;

import io.entrasync.model.ScopeReason;
import io.entrasync.scope.Decision;
import java.util.Map;
import java.util.TreeMap;

/** Counts, for one page, who uses domains that are not registered. */
final class DomainCount {
    private final Map<String, int[]> byDomain = new TreeMap<>();

    /** A domain counts as a primary one if its owner passes all other rules. */
    void add(Decision decision) {
        String domain = decision.mail().unregisteredDomain();
        if (domain != null && decision.reason() == ScopeReason.UNREGISTERED_DOMAIN) {
            counts(domain)[0]++;
        }
        decision.mail().leftOut().forEach(alias -> counts(alias)[1]++);
    }

    /** By domain: objects whose primary address is in it, and aliases. */
    Map<String, int[]> byDomain() {
        return byDomain;
    }

    private int[] counts(String domain) {
        return byDomain.computeIfAbsent(domain, name -> new int[2]);
    }
}
