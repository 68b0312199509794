package io.entrasync.runtime.spring.microsoft;

import io.entrasync.settings.MicrosoftLogin;
import io.entrasync.settings.MicrosoftSignIn;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The login with Microsoft as the settings have it at this moment: for the bound tenant alone. */
public final class MicrosoftLogins implements ClientRegistrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(MicrosoftLogins.class);
    private static final String NAME = "microsoft";
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Whether one can log in with Microsoft now. */
    public enum State {
        OFF,
        NOT_SET_UP,
        UNREACHABLE,
        READY
    }

    /** What a registration is made of; another one is made when any of it changes. */
    private record Wanted(String issuer, String clientId, String clientSecret, String publicUrl) {
        @Override
        public String toString() {
            return issuer;
        }
    }

    private record Known(Wanted wanted, ClientRegistration registration, Instant at) {}

    private final Supplier<Settings> settings;
    private final ConnectionStore connection;
    private final RestClient http;
    private final Clock clock;
    private volatile @Nullable Known known;

    MicrosoftLogins(Supplier<Settings> settings, ConnectionStore connection, RestClient http, Clock clock) {
        this.settings = settings;
        this.connection = connection;
        this.http = http;
        this.clock = clock;
    }

    /** What the setting says. */
    public MicrosoftLogin mode() {
        return settings.get().console().microsoft().login();
    }

    /** Asks Microsoft, if that was not done a moment ago. */
    public State state() {
        if (mode() == MicrosoftLogin.FALSE) {
            return State.OFF;
        }
        Wanted wanted = wanted();
        if (wanted == null) {
            return State.NOT_SET_UP;
        }
        return registration(wanted) == null ? State.UNREACHABLE : State.READY;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        Wanted wanted = mode() == MicrosoftLogin.FALSE || !name.equals(NAME) ? null : wanted();
        return wanted == null ? null : registration(wanted);
    }

    /** Null before the first sync, which tells whose tenant it is, and without an application. */
    private @Nullable Wanted wanted() {
        Settings now = settings.get();
        MicrosoftSignIn microsoft = now.console().microsoft();
        String tenant = connection.tenantId();
        if (tenant == null || microsoft.clientId() == null || microsoft.clientSecret() == null) {
            return null;
        }
        String authority = now.entra().authorityHost().replaceFirst("/+$", "");
        return new Wanted(
                authority + "/" + tenant + "/v2.0",
                microsoft.clientId(),
                microsoft.clientSecret(),
                now.console().publicUrl());
    }

    private @Nullable ClientRegistration registration(Wanted wanted) {
        Known before = known;
        if (before != null
                && before.wanted().equals(wanted)
                && before.at().plus(FRESH).isAfter(clock.instant())) {
            return before.registration();
        }
        try {
            Known now = new Known(wanted, discovered(wanted), clock.instant());
            known = now;
            return now.registration();
        } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
            LOG.warn("The login with Microsoft cannot be offered: {} says {}", wanted.issuer(), e.getMessage());
            return null;
        }
    }

    private ClientRegistration discovered(Wanted wanted) {
        Map<String, Object> described = http.get()
                .uri(wanted.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (described == null || !wanted.issuer().equals(described.get("issuer"))) {
            throw new IllegalStateException("another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(described)
                .registrationId(NAME)
                .clientName("Microsoft")
                .clientId(wanted.clientId())
                .clientSecret(wanted.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .redirectUri(wanted.publicUrl() + "/login/oauth2/code/" + NAME)
                .scope("openid", "profile", "email")
                .build();
    }
}
