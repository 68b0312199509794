package io.entrasync.runtime.spring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.api.ApiCode;
import io.entrasync.runtime.OperatorAccount;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import io.entrasync.store.OperatorStore;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** Who may reach what: everything needs a login, but for health, the API's description, and the demo's tenant. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + CommandStart.PROFILE)
@EnableWebSecurity
class SecurityConfiguration {
    private static final String[] OPEN = {"/api/openapi.json", "/actuator/health", "/actuator/health/**"};

    @Bean
    SecurityFilterChain logins(HttpSecurity http, ProblemAnswers answers, Environment environment) throws Exception {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        AuthenticationEntryPoint login = (request, response, refusal) -> {
            response.setHeader("WWW-Authenticate", "Basic realm=\"entra-sync\", charset=\"UTF-8\"");
            answers.send(response, ApiCode.UNAUTHORIZED, "User name and password are missing or wrong.");
        };
        http.authorizeHttpRequests(requests -> open(requests, demo).anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(login))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(login)
                        .accessDeniedHandler((request, response, refusal) ->
                                answers.send(response, ApiCode.FORBIDDEN, "This login may not do that.")))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // without cookies; what changes anything has a method or content type that a foreign site may not send
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Customizer.withDefaults());
        return http.build();
    }

    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            boolean demo) {
        // the request itself has been let in before
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll();
        requests.requestMatchers(OPEN).permitAll();
        if (demo) {
            requests.requestMatchers("/demo/**").permitAll();
        }
        return requests;
    }

    @Bean
    ProblemAnswers problemAnswers(ObjectMapper json) {
        return new ProblemAnswers(json);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService operators(Settings settings, Directory directory, PasswordEncoder encoder, Clock clock) {
        OperatorAccount operator = new OperatorAccount(new OperatorStore(directory, clock), encoder);
        return new InMemoryUserDetailsManager(
                User.withUsername(settings.console().username())
                        .password(operator.passwordHash(settings.console()))
                        .roles("OPERATOR")
                        .build());
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
