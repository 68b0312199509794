package io.entrasync.runtime.spring;

import io.entrasync.api.ApiCode;
import io.entrasync.runtime.spring.login.ProblemAnswers;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers errors of the web server itself: an unknown path, a method or content type that nobody takes. */
@Controller
@Profile("!" + CommandStart.PROFILE)
class ProblemErrorController implements ErrorController {
    private final ProblemAnswers answers;

    ProblemErrorController(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ApiCode code = status instanceof Integer number ? ApiCode.ofStatus(number) : ApiCode.NOT_FOUND;
        String detail = path == null ? "Nothing is served here." : request.getMethod() + " " + path + " was refused.";
        answers.send(response, code, detail);
    }
}
