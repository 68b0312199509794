package io.entrasync.runtime.spring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.demo.DemoGraph;
import io.entrasync.demo.SampleTenant;
import io.entrasync.runtime.Beans;
import io.entrasync.runtime.Components;
import io.entrasync.runtime.Json;
import io.entrasync.runtime.RouteFiles;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
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

    @Bean
    CamelContextConfiguration routes(
            Settings settings, Directory directory, ObjectMapper json, Clock clock, Environment environment) {
        List<String> files = new ArrayList<>(RouteFiles.API);
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                Components.configure(camel, settings.graph().maxConcurrency());
                Beans.bind(settings, directory, json, clock, camel.getRegistry()::bind);
                camel.getRegistry().bind("actor", new LoggedIn());
                if (demo) {
                    files.add("demo");
                    camel.getRegistry().bind("demoGraph", new DemoGraph(new SampleTenant()));
                }
                RouteFiles.load(camel, settings.routesLocation(), files);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // Everything is in place before the context starts.
            }
        };
    }
}
