package io.entrasync.runtime.spring;

import io.entrasync.store.Directory;
import io.entrasync.store.RunFigures;
import java.time.Clock;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.actuate.health.CamelHealthCheckIndicator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What monitoring asks for: the health's parts, and the metrics. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + CommandStart.PROFILE)
class HealthConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(HealthConfiguration.class);

    @Bean
    HealthIndicator connectionHealthIndicator(CamelContext camel) {
        return indicator(camel, io.entrasync.run.Health::connection);
    }

    @Bean
    HealthIndicator stalenessHealthIndicator(CamelContext camel) {
        return indicator(camel, io.entrasync.run.Health::staleness);
    }

    @Bean
    HealthIndicator secretHealthIndicator(CamelContext camel) {
        return indicator(camel, io.entrasync.run.Health::secret);
    }

    /** Camel's own, under a name that monitoring knows. */
    @Bean
    CamelHealthCheckIndicator camelHealthIndicator(ApplicationContext application, CamelContext camel) {
        return new CamelHealthCheckIndicator(application, camel, "default");
    }

    /** Named so, because Boot's own gives way to a bean of this name. */
    @Bean
    StatusAggregator healthStatusAggregator(ObjectProvider<HealthContributorRegistry> contributors) {
        return new NodeStatus(contributors);
    }

    @Bean
    SyncMetrics syncMetrics(CamelContext camel, Directory directory, Clock clock) {
        return new SyncMetrics(camel, new RunFigures(directory), clock);
    }

    private static HealthIndicator indicator(
            CamelContext camel, Function<io.entrasync.run.Health, io.entrasync.run.Health.Part> part) {
        return () -> {
            try {
                io.entrasync.run.Health.Part seen =
                        part.apply(camel.getRegistry().findSingleByType(io.entrasync.run.Health.class));
                return Health.status(seen.status().name())
                        .withDetails(seen.details())
                        .build();
            } catch (RuntimeException unreadable) {
                // that the directory does not answer is what db says
                LOG.warn("The health could not be read", unreadable);
                return Health.unknown().build();
            }
        };
    }
}
