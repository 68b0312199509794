package io.entrasync.runtime.spring;

import io.entrasync.cli.Engine;
import io.entrasync.cli.EngineStart;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Boot for one command: no web server, no schedule, logs to standard error. */
final class CommandStart implements EngineStart {
    /** Profile that makes the difference; {@code application-command.properties} holds the rest. */
    static final String PROFILE = "command";

    @Override
    public Engine start(List<String> properties) {
        SpringApplication application = new SpringApplication(EntraSyncApplication.class);
        application.setAdditionalProfiles(PROFILE);
        ConfigurableApplicationContext context = application.run(properties.toArray(String[]::new));
        return new Engine(context.getBean(CamelContext.class), context);
    }
}
