package io.entrasync.runtime.spring.login;

import io.entrasync.runtime.spring.microsoft.MicrosoftLogins;
import io.entrasync.runtime.spring.microsoft.MicrosoftRequests;
import io.entrasync.store.LoginStore;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;

/** The ways into a session, and out of it. */
record BrowserLogins(LoginRefusals refusals, Devices devices, LoginStore logins, MicrosoftLogins microsoft) {
    void password(FormLoginConfigurer<HttpSecurity> form) {
        form.loginPage(LoginPages.LOGIN)
                .authenticationDetailsSource(devices::client)
                .successHandler((request, response, login) -> {
                    devices.remember(request, response);
                    logins.loggedIn(login.getName(), "password, from " + request.getRemoteAddr());
                    response.setStatus(HttpStatus.NO_CONTENT.value());
                })
                .failureHandler(refusals);
    }

    void microsoft(OAuth2LoginConfigurer<HttpSecurity> login) {
        MicrosoftAnswers answers = new MicrosoftAnswers(logins);
        login.loginPage(LoginPages.LOGIN)
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(new MicrosoftRequests(microsoft)))
                .successHandler(answers)
                .failureHandler(answers);
    }

    /** Requests of the session that are still at work keep their login until they are done. */
    void logout(LogoutConfigurer<HttpSecurity> logout) {
        logout.clearAuthentication(false)
                .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT));
    }
}
