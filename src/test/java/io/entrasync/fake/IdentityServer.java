package io.entrasync.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The endpoint by which an Azure host gives its programs tokens of their managed identity, as App Service has it. */
public final class IdentityServer implements AutoCloseable {
    /** What the host puts into the environment beside the address. */
    public static final String HEADER = "only-programs-of-this-host-know-it";

    private final HttpServer server;
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private volatile TokenAnswer refusal;

    public IdentityServer(String tenantId, List<String> roles) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/msi/token", exchange -> handle(exchange, tenantId, roles));
        server.start();
    }

    /** From now on gives nobody a token. */
    public void refuse(int status, String body) {
        refusal = new TokenAnswer(status, body);
    }

    /** What the host puts into a program's environment. */
    public Map<String, String> environment() {
        return Map.of(
                "IDENTITY_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/msi/token",
                "IDENTITY_HEADER",
                HEADER);
    }

    /** The queries of the requests for a token that carried the header. */
    public List<String> queries() {
        return List.copyOf(queries);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange, String tenantId, List<String> roles) throws IOException {
        try (exchange) {
            TokenAnswer answer = HEADER.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"))
                    ? token(exchange.getRequestURI().getQuery(), tenantId, roles)
                    : new TokenAnswer(401, "");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private TokenAnswer token(String query, String tenantId, List<String> roles) {
        queries.add(query);
        if (refusal != null) {
            return refusal;
        }
        String token = TokenAnswer.token(tenantId, "managed", roles, queries.size());
        long end = Instant.now().plusSeconds(3600).getEpochSecond();
        return new TokenAnswer(200, """
                {"access_token":"%s","expires_on":"%d","resource":"https://graph.microsoft.com","token_type":"Bearer"}""".formatted(token, end));
    }
}
