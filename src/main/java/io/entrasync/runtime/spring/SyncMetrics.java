package io.entrasync.runtime.spring;

import io.entrasync.model.Run;
import io.entrasync.run.SecretExpiry;
import io.entrasync.store.RunFigures;
import io.entrasync.store.RunQueries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;

/** How the syncs fare, in numbers; read from the directory each time, so that every node tells the same. */
final class SyncMetrics implements MeterBinder {
    private final CamelContext camel;
    private final RunFigures figures;
    private final Clock clock;

    /** @param camel where the product's beans are, once it is started */
    SyncMetrics(CamelContext camel, RunFigures figures, Clock clock) {
        this.camel = camel;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("entrasync.secret.days.left", this::daysLeft)
                .description("Whole days until the client secret or certificate ends; NaN if that is not known")
                .register(registry);
        TimeGauge.builder("entrasync.last.success.age", this::sinceSuccess, TimeUnit.SECONDS)
                .description("Time since a sync has succeeded; NaN before the first")
                .register(registry);
        Gauge.builder("entrasync.held.items", figures::heldItems)
                .description("Changes that wait for approval because there were too many")
                .register(registry);
        for (Run.Status status : Run.Status.values()) {
            Gauge.builder("entrasync.runs", () -> figures.count(status))
                    .description("Runs that are kept in the history, by status")
                    .tag("status", status.name())
                    .register(registry);
        }
    }

    private double daysLeft() {
        Long days = camel.getRegistry().findSingleByType(SecretExpiry.class).daysLeft();
        return days == null ? Double.NaN : days;
    }

    private double sinceSuccess() {
        return camel.getRegistry()
                .findSingleByType(RunQueries.class)
                .lastSuccess()
                .map(last -> (double) Duration.between(last, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
