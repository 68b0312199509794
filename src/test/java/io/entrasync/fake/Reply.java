package io.entrasync.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.entrasync.demo.GraphAnswer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What the server is about to send.
 *
 * @param answer the answer
 * @param cut whether the connection breaks in the middle of the body
 */
record Reply(GraphAnswer answer, boolean cut) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Reply with(GraphAnswer other) {
        return new Reply(other, cut);
    }

    /** Sends it; the whole length is announced even if only half of the body follows. */
    void send(HttpExchange exchange) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer.body());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, cut ? body.length / 2 : body.length);
        out.flush();
    }
}
