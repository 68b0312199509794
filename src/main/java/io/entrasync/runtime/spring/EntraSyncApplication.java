package io.entrasync.runtime.spring;

import io.entrasync.cli.EntraSyncCommand;
import io.entrasync.cli.Terminal;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.camel.spring.boot.actuate.health.CamelAvailabilityCheckAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;

/** Starts the service under Spring Boot, or runs one command. */
@SpringBootApplication(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            // mails' templates are none of the web server's
            MustacheAutoConfiguration.class,
            CamelAvailabilityCheckAutoConfiguration.class
        })
public class EntraSyncApplication {
    public static void main(String[] args) {
        if (EntraSyncCommand.isAsked(args)) {
            boolean interactive = System.console() != null;
            System.exit(command(Terminal.of(System.out, System.err, Charset.defaultCharset(), interactive), args));
        }
        SpringApplication.run(EntraSyncApplication.class, args);
    }

    /** Runs one command and returns its exit code. */
    public static int command(Terminal terminal, String... args) {
        return EntraSyncCommand.execute(List.of(args), new CommandStart(), terminal);
    }
}
