package io.entrasync.runtime.spring.microsoft;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why somebody whom Microsoft knows is not admitted; the page that says so has words for each. */
public enum Refusal {
    OTHER_TENANT,
    GUEST,
    NO_ADMINISTRATOR,
    UNCONFIRMED;

    OAuth2AuthenticationException exception() {
        return new OAuth2AuthenticationException(new OAuth2Error(name()), name());
    }
}
