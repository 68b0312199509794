package io.entrasync.runtime.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service under Spring Boot. */
@SpringBootApplication
public class EntraSyncApplication {
    public static void main(String[] args) {
        SpringApplication.run(EntraSyncApplication.class, args);
    }
}
