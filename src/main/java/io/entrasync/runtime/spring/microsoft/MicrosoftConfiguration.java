package io.entrasync.runtime.spring.microsoft;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.settings.Configured;
import io.entrasync.store.AdminLogins;
import io.entrasync.store.AuditStore;
import io.entrasync.store.ConnectionStore;
import io.entrasync.store.Directory;
import io.entrasync.store.SettingStore;
import io.entrasync.store.StoredProblems;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** What logging in with Microsoft is made of. Whoever waits for Microsoft waits for seconds, not for ever. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MicrosoftConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    AdminLogins adminLogins(Directory directory, Clock clock) {
        return new AdminLogins(directory, new AuditStore(clock), clock);
    }

    @Bean
    ConnectionStore boundTenant(Directory directory, ObjectMapper json, Clock clock) {
        return new ConnectionStore(directory, new StoredProblems(json), clock);
    }

    @Bean
    MicrosoftLogins microsoftLogins(
            Configured configured, Directory directory, ConnectionStore boundTenant, Clock clock) {
        SettingStore settings = new SettingStore(directory, configured, new AuditStore(clock), clock);
        RestClient http = RestClient.builder().requestFactory(patient()).build();
        return new MicrosoftLogins(settings, boundTenant, http, clock);
    }

    @Bean
    OAuth2UserService<OidcUserRequest, OidcUser> admission(AdminLogins admins, ConnectionStore boundTenant) {
        return new Admission(admins, boundTenant);
    }

    @Bean
    StillAdministrator stillAdministrator(MicrosoftLogins microsoft, AdminLogins admins) {
        return new StillAdministrator(microsoft, admins);
    }

    /** It has its place behind the session, not before everything. */
    @Bean
    FilterRegistrationBean<StillAdministrator> notForEverything(StillAdministrator filter) {
        FilterRegistrationBean<StillAdministrator> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(patient())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        return MicrosoftConfiguration::decoder;
    }

    private static NimbusJwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration.getProviderDetails().getJwkSetUri())
                .restOperations(new RestTemplate(patient()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    private static ClientHttpRequestFactory patient() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(PATIENCE);
        return factory;
    }
}
