package io.entrasync.runtime.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;

/** Starts the service under Spring Boot. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public class EntraSyncApplication {
    public static void main(String[] args) {
        SpringApplication.run(EntraSyncApplication.class, args);
    }
}
