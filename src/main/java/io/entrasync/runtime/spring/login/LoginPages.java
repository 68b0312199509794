package io.entrasync.runtime.spring.login;

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

    @GetMapping(LOGIN)
    String login() {
        return "redirect:/console/login.html";
    }

    /** By what one can log in, for the login page. */
    @GetMapping(LOGIN + "/ways")
    @ResponseBody
    Map<String, Boolean> ways() {
        return Map.of("microsoft", false);
    }

    /** Who is logged in, for the console; where this path does not exist, there is no session to end. */
    @GetMapping("/session")
    @ResponseBody
    Map<String, String> session(Authentication login) {
        return Map.of("name", login.getName());
    }
}
