package io.entrasync.runtime.spring;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.health.StatusAggregator;

/**
 * The status of the whole is that of this node: down only if what readiness looks at is down. An expired secret is so on
 * every node, and whoever watches the whole would take them all away, with the console in which to mend it.
 */
final class NodeStatus implements StatusAggregator {
    private static final String[] OF_NODE = {"db", "camel"};

    private final ObjectProvider<HealthContributorRegistry> contributors;
    private final StatusAggregator worst = new SimpleStatusAggregator();

    NodeStatus(ObjectProvider<HealthContributorRegistry> contributors) {
        this.contributors = contributors;
    }

    @Override
    public Status getAggregateStatus(Set<Status> statuses) {
        if (!statuses.contains(Status.DOWN) || isNodeDown()) {
            return worst.getAggregateStatus(statuses);
        }
        // the statuses come without names, and these are then others' than the node's
        Set<Status> others = new HashSet<>(statuses);
        others.remove(Status.DOWN);
        return others.isEmpty() ? Status.UP : worst.getAggregateStatus(others);
    }

    private boolean isNodeDown() {
        return Stream.of(OF_NODE)
                .map(contributors.getObject()::getContributor)
                .anyMatch(contributor -> contributor instanceof HealthIndicator indicator
                        && Status.DOWN.equals(indicator.getHealth(false).getStatus()));
    }
}
