package io.entrasync.runtime.spring.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.runtime.LoginThrottle;
import io.entrasync.runtime.OperatorAccount;
import io.entrasync.runtime.spring.microsoft.StillAdministrator;
import io.entrasync.settings.Settings;
import io.entrasync.store.Directory;
import io.entrasync.store.LoginStore;
import io.entrasync.store.OperatorStore;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Who may reach what: everything needs a login, but for health, the API's description, the login page, and the demo's
 * tenant. Programs log in with every request (HTTP Basic), browsers once (session).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class SecurityConfiguration {
    private static final String[] OPEN = {
        "/api/openapi.json", "/actuator/health", "/actuator/health/**", "/login", "/login/*"
    };
    /** All there is to see in the console's files is how it looks; what it shows comes from the API. */
    private static final String[] CONSOLE_PAGES = {"/console/", "/console/index.html"};

    @Bean
    LoginRefusals loginRefusals(ProblemAnswers answers) {
        return new LoginRefusals(answers);
    }

    @Bean
    Devices devices(Environment environment) {
        return new Devices(isSecure(environment));
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, LoginRefusals refusals, ProblemAnswers answers, Devices devices, Environment environment)
            throws Exception {
        http.securityMatcher(SecurityConfiguration::hasBasic)
                .authorizeHttpRequests(
                        requests -> open(requests, environment).anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals).authenticationDetailsSource(from(devices)))
                .addFilterBefore(new ForeignSites(answers), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie proves anything here, and other sites are kept out above
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(new SecurityHeaders());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            LoginRefusals refusals,
            Devices devices,
            LoginStore logins,
            StillAdministrator stillAdministrator,
            Environment environment)
            throws Exception {
        http.oauth2Login(microsoft -> microsoft
                        .loginPage(LoginPages.LOGIN)
                        .successHandler(new MicrosoftAnswers(logins))
                        .failureHandler(new MicrosoftAnswers(logins)))
                .addFilterAfter(stillAdministrator, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(
                        requests -> open(requests, environment).anyRequest().authenticated())
                .formLogin(form -> form.loginPage(LoginPages.LOGIN)
                        .authenticationDetailsSource(from(devices))
                        .successHandler((request, response, login) -> {
                            devices.remember(request, response);
                            logins.loggedIn(login.getName(), "password, from " + request.getRemoteAddr());
                            done(response);
                        })
                        .failureHandler(refusals))
                .logout(logout ->
                        logout.logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(environment))
                        .csrfTokenRequestHandler(csrfHeader())
                        .ignoringRequestMatchers("/demo/**"))
                // sessions are for who is logged in, or on the way to Microsoft and back
                .requestCache(RequestCacheConfigurer::disable)
                .headers(new SecurityHeaders());
        return http.build();
    }

    private static void done(HttpServletResponse response) {
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    private static boolean hasBasic(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    private static AuthenticationDetailsSource<HttpServletRequest, Client> from(Devices devices) {
        return request -> new Client(request.getRemoteAddr(), devices.client(request));
    }

    private static CookieCsrfTokenRepository csrfCookie(Environment environment) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(made -> made.path("/").sameSite("Strict").secure(isSecure(environment)));
        return cookie;
    }

    /** Without a name of its own the token is made at once, so that every page has its cookie. */
    private static CsrfTokenRequestAttributeHandler csrfHeader() {
        CsrfTokenRequestAttributeHandler header = new CsrfTokenRequestAttributeHandler();
        header.setCsrfRequestAttributeName(null);
        return header;
    }

    private static boolean isSecure(Environment environment) {
        return environment
                .getProperty("entrasync.console.public-url", "http:")
                .toLowerCase(Locale.ROOT)
                .startsWith("https:");
    }

    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Environment environment) {
        // the request itself has been let in before
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll();
        requests.requestMatchers(OPEN).permitAll();
        requests.requestMatchers(CONSOLE_PAGES).authenticated();
        requests.requestMatchers("/console/**").permitAll();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            requests.requestMatchers("/demo/**").permitAll();
        }
        return requests;
    }

    @Bean
    ServletContextInitializer sessionCookie(Environment environment) {
        return context -> context.getSessionCookieConfig().setSecure(isSecure(environment));
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
