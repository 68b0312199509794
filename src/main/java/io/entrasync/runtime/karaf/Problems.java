package io.entrasync.runtime.karaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.api.ApiCode;
import io.entrasync.api.ApiProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import java.util.List;

/** Answers what fails before a route is reached, in the same form as the routes do. */
final class Problems {
    /** What the web server itself may answer with. */
    private static final List<Integer> STATUSES = List.of(400, 404, 405, 406, 413, 415, 500);

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    void answerErrorsOf(Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, request -> {
            String detail = request.request().method() + " " + request.normalizedPath() + " was refused.";
            send(request, ApiCode.ofStatus(status), detail);
        }));
    }

    void send(RoutingContext request, ApiCode code, String detail) {
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        request.response()
                .setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ApiProblem.CONTENT_TYPE + ";charset=UTF-8")
                .end(body(ApiProblem.of(code, detail)));
    }

    private Buffer body(ApiProblem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
