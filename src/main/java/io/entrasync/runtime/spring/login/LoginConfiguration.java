package io.entrasync.runtime.spring.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.runtime.LoginThrottle;
import io.entrasync.runtime.OperatorAccount;
import io.entrasync.runtime.spring.microsoft.MicrosoftLogins;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import io.entrasync.store.LoginStore;
import io.entrasync.store.OperatorStore;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;

/** What logging in is made of. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LoginConfiguration {
    /** Whether people reach the console over TLS, so that cookies need never go another way. */
    static boolean isSecure(Settings settings) {
        return settings.console().publicUrl().toLowerCase(Locale.ROOT).startsWith("https:");
    }

    @Bean
    LoginRefusals loginRefusals(ProblemAnswers answers) {
        return new LoginRefusals(answers);
    }

    @Bean
    BrowserLogins browserLogins(LoginRefusals refusals, Devices devices, LoginStore logins, MicrosoftLogins microsoft) {
        return new BrowserLogins(refusals, devices, logins, microsoft);
    }

    @Bean
    Devices devices(Settings settings) {
        return new Devices(isSecure(settings));
    }

    @Bean
    ServletContextInitializer sessionCookie(Settings settings) {
        return context -> context.getSessionCookieConfig().setSecure(isSecure(settings));
    }

    @Bean
    ProblemAnswers problemAnswers(ObjectMapper json) {
        return new ProblemAnswers(json);
    }

    @Bean
    LoginStore loginStore(Directory directory, Clock clock) {
        return new LoginStore(directory, clock);
    }

    @Bean
    AuthenticationProvider passwords(Settings settings, Directory directory, LoginStore logins, Clock clock) {
        PasswordEncoder encoder = new BCryptPasswordEncoder();
        OperatorAccount operator = new OperatorAccount(new OperatorStore(directory, clock), encoder);
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                User.withUsername(settings.console().username())
                        .password(operator.passwordHash(settings.console()))
                        .roles("OPERATOR")
                        .build()));
        passwords.setPasswordEncoder(encoder);
        return new ThrottledLogin(passwords, new LoginThrottle(clock), logins);
    }

    @Bean
    ThreadPoolTaskExecutor requestThreads(ThreadPoolTaskExecutorBuilder builder) {
        return builder.threadNamePrefix("request-").build();
    }

    /** REST routes run on other threads than the web server's; without it nobody would be logged in there. */
    @Bean
    DelegatingSecurityContextAsyncTaskExecutor applicationTaskExecutor(ThreadPoolTaskExecutor requestThreads) {
        return new DelegatingSecurityContextAsyncTaskExecutor(requestThreads);
    }
}
