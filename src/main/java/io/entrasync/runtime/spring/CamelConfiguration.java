package io.entrasync.runtime.spring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.demo.DemoGraph;
import io.entrasync.demo.SampleTenant;
import io.entrasync.runtime.Beans;
import io.entrasync.runtime.Components;
import io.entrasync.runtime.Json;
import io.entrasync.runtime.RouteFiles;
import io.entrasync.runtime.spring.login.LoggedIn;
import io.entrasync.settings.Configured;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Fills Boot's Camel context with the product's beans and routes. */
@Configuration(proxyBeanMethods = false)
class CamelConfiguration {
    @Bean
    @Primary
    ObjectMapper objectMapper() {
        return Json.mapper();
    }

    /** A command is no service: nothing runs by the clock but the sign of life for the command's own run. */
    private static boolean isForCommands(RouteDefinition route) {
        String id = String.valueOf(route.getId());
        return id.equals("schedule-heartbeat") || !id.startsWith("schedule-");
    }

    @Bean
    CamelContextConfiguration routes(
            Configured configured,
            Settings settings,
            Directory directory,
            ObjectMapper json,
            Clock clock,
            Environment environment) {
        boolean command = environment.acceptsProfiles(Profiles.of(CommandStart.PROFILE));
        boolean demo = !command && environment.acceptsProfiles(Profiles.of("demo"));
        List<String> files = new ArrayList<>(command ? List.of() : RouteFiles.API);
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                Components.configure(camel, settings.graph().maxConcurrency());
                Beans.bind(configured, directory, json, clock, camel.getRegistry()::bind);
                camel.getRegistry().bind("actor", new LoggedIn());
                if (demo) {
                    files.add("demo");
                    camel.getRegistry().bind("demoGraph", new DemoGraph(new SampleTenant()));
                }
                if (command) {
                    camel.getCamelContextExtension()
                            .getContextPlugin(Model.class)
                            .setRouteFilter(CamelConfiguration::isForCommands);
                }
                RouteFiles.load(camel, settings.routesLocation(), files, stem -> !command || !stem.startsWith("api"));
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // Everything is in place before the context starts.
            }
        };
    }
}
