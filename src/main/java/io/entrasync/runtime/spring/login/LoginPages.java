package io.entrasync.runtime.spring.login;

import io.entrasync.runtime.spring.microsoft.MicrosoftLogins;
import io.entrasync.settings.MicrosoftLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The console's files, and the pages around logging in. */
@Controller
@ConditionalOnWebApplication
class LoginPages implements WebMvcConfigurer {
    static final String LOGIN = "/login";
    static final String CONSOLE = "/console/";
    private static final String FORM = "/console/login.html";

    private final MicrosoftLogins microsoft;

    LoginPages(MicrosoftLogins microsoft) {
        this.microsoft = microsoft;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(CONSOLE + "**")
                .addResourceLocations("classpath:/console/")
                .setCacheControl(CacheControl.noCache());
    }

    @GetMapping({"/", "/console"})
    String start() {
        return "redirect:" + CONSOLE;
    }

    @GetMapping(CONSOLE)
    String console() {
        return "forward:/console/index.html";
    }

    /** Where all log in with Microsoft, {@code main} leads to the local login nevertheless. */
    @GetMapping(LOGIN)
    String login(HttpServletRequest request) {
        if (microsoft.mode() == MicrosoftLogin.TRUE && request.getParameter("main") == null) {
            return microsoft();
        }
        String query = request.getQueryString();
        return "redirect:" + FORM + (query == null ? "" : "?" + query);
    }

    /** To Microsoft, or to the local login where there is no way to it. */
    @GetMapping(LOGIN + "/microsoft")
    String microsoft() {
        return "redirect:"
                + switch (microsoft.state()) {
                    case OFF -> FORM;
                    case NOT_SET_UP -> FORM + "?unbound";
                    case UNREACHABLE -> FORM + "?unreachable";
                    case READY -> "/oauth2/authorization/microsoft";
                };
    }

    /** By what one can log in, for the login page. */
    @GetMapping(LOGIN + "/ways")
    @ResponseBody
    Map<String, Boolean> ways() {
        return Map.of("microsoft", microsoft.mode() != MicrosoftLogin.FALSE);
    }

    /** Who is logged in, for the console; where this path does not exist, there is no session to end. */
    @GetMapping("/session")
    @ResponseBody
    Map<String, String> session(Authentication login) {
        return Map.of("name", login.getName());
    }
}
