package io.entrasync.runtime.spring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.demo.DemoMail;
import io.entrasync.settings.Settings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What only the demo has. */
@Configuration(proxyBeanMethods = false)
@Profile("demo & !" + CommandStart.PROFILE)
class DemoConfiguration {
    @Bean
    DemoMail demoMail(Settings settings, ObjectMapper json, Clock clock) {
        return new DemoMail(settings.mail().port(), json, clock);
    }
}
