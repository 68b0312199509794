package io.entrasync.runtime.spring.login;

import io.entrasync.runtime.spring.microsoft.StillAdministrator;
import io.entrasync.settings.Settings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
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
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, LoginRefusals refusals, ProblemAnswers answers, Devices devices, Environment environment)
            throws Exception {
        http.securityMatcher(SecurityConfiguration::hasBasic)
                .authorizeHttpRequests(
                        requests -> open(requests, environment).anyRequest().authenticated())
                .httpBasic(
                        basic -> basic.authenticationEntryPoint(refusals).authenticationDetailsSource(devices::client))
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
            BrowserLogins logins,
            StillAdministrator stillAdministrator,
            Settings settings,
            Environment environment)
            throws Exception {
        http.authorizeHttpRequests(
                        requests -> open(requests, environment).anyRequest().authenticated())
                .formLogin(logins::password)
                .oauth2Login(logins::microsoft)
                .addFilterAfter(stillAdministrator, SecurityContextHolderFilter.class)
                .logout(logins::logout)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(settings))
                        .csrfTokenRequestHandler(csrfHeader())
                        .ignoringRequestMatchers("/demo/**"))
                // sessions are for who is logged in, or on the way to Microsoft and back
                .requestCache(RequestCacheConfigurer::disable)
                .headers(new SecurityHeaders());
        return http.build();
    }

    private static boolean hasBasic(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    private static CookieCsrfTokenRepository csrfCookie(Settings settings) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(
                made -> made.path("/").sameSite("Strict").secure(LoginConfiguration.isSecure(settings)));
        return cookie;
    }

    /** Without a name of its own the token is made at once, so that every page has its cookie. */
    private static CsrfTokenRequestAttributeHandler csrfHeader() {
        CsrfTokenRequestAttributeHandler header = new CsrfTokenRequestAttributeHandler();
        header.setCsrfRequestAttributeName(null);
        return header;
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
}
