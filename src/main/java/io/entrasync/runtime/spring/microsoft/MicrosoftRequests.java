package io.entrasync.runtime.spring.microsoft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What Microsoft is asked: with proof that the answer is for us, and for another account where one was refused. */
public final class MicrosoftRequests implements OAuth2AuthorizationRequestResolver {
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    public MicrosoftRequests(ClientRegistrationRepository logins) {
        requests = new DefaultOAuth2AuthorizationRequestResolver(logins, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return another(request, requests.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return another(request, requests.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest another(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest made) {
        if (made == null || request.getParameter("other") == null) {
            return made;
        }
        return OAuth2AuthorizationRequest.from(made)
                .additionalParameters(more -> more.putAll(Map.of("prompt", "select_account")))
                .build();
    }
}
