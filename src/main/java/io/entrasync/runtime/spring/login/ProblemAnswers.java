package io.entrasync.runtime.spring.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.api.ApiCode;
import io.entrasync.api.ApiProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers what fails before a route is reached, in the same form as the routes do. */
public final class ProblemAnswers {
    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    public void send(HttpServletResponse response, ApiCode code, String detail) throws IOException {
        byte[] body = json.writeValueAsBytes(ApiProblem.of(code, detail));
        response.setStatus(code.status());
        response.setContentType(ApiProblem.CONTENT_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
