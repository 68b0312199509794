package io.entrasync.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A token endpoint like Entra's on {@code https://localhost}, which this JVM trusts from {@link #start()} on. Build
 * clients after it. Signing in needs {@code entra.disable-instance-discovery=true}.
 */
public final class TokenServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE_ID = "3b6fa1b2-6d0e-4c34-9f5a-0c0a7b0f1200";
    private static final String CORRELATION_ID = "d5b1f3a0-2f6c-4a53-8a8e-5c1f2b7e9a01";

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile Application application = new Application("", "", "", List.of());
    private volatile Answer refusal;
    private volatile Duration lifetime = Duration.ofSeconds(3599);
    private volatile Duration delay = Duration.ZERO;

    private record Application(String clientId, String secret, String tenantId, List<String> roles) {}

    private record Answer(int status, String body) {}

    private TokenServer(HttpsServer server) {
        this.server = server;
    }

    /** Starts on a free port; until {@link #accept} is called, no application is known. */
    public static TokenServer start() {
        try {
            HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(LocalTls.trusted()));
            TokenServer server = new TokenServer(https);
            https.setExecutor(server.threads);
            https.createContext("/", server::handle);
            https.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String authorityHost() {
        return "https://localhost:" + server.getAddress().getPort() + "/";
    }

    /** From now on gives tokens to this application, whatever tenant it asks in; ends a refusal. */
    public TokenServer accept(String clientId, String secret, String tenantId, List<String> roles) {
        application = new Application(clientId, secret, tenantId, List.copyOf(roles));
        refusal = null;
        return this;
    }

    /** From now on answers every request with an error as Entra words it. */
    public TokenServer refuse(int status, String error, int aadsts, String message) {
        return answer(status, refusal(error, aadsts, message));
    }

    /** From now on answers every request with this body. */
    public TokenServer answer(int status, String body) {
        refusal = new Answer(status, body);
        return this;
    }

    /** How long the next tokens are valid. */
    public TokenServer lifetime(Duration expiresIn) {
        lifetime = expiresIn;
        return this;
    }

    /** How long each answer takes. */
    public TokenServer delay(Duration time) {
        delay = time;
        return this;
    }

    /** The tokens that were issued, in order; no two are alike. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** How many requests for a token came. */
    public int requests() {
        return requests.size();
    }

    /** The form of the last request. */
    public Map<String, String> lastRequest() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = exchange.getRequestURI().getPath().matches("/[^/]+/oauth2/v2\\.0/token")
                    ? token(parse(form))
                    : new Answer(404, "");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer token(Map<String, String> form) throws IOException {
        requests.add(form);
        pause();
        if (refusal != null) {
            return refusal;
        }
        if (!application.clientId().equals(form.get("client_id"))) {
            String message = "Application with identifier '" + form.get("client_id") + "' was not found.";
            return new Answer(400, refusal("unauthorized_client", 700016, message));
        }
        boolean proven =
                form.containsKey("client_assertion") || application.secret().equals(form.get("client_secret"));
        return proven
                ? new Answer(200, issue())
                : new Answer(401, refusal("invalid_client", 7000215, "Invalid client secret provided."));
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private synchronized String issue() {
        Map<String, Object> claims = Map.of(
                "tid", application.tenantId(),
                "appid", application.clientId(),
                "roles", application.roles(),
                "uti", "token-" + (tokens.size() + 1));
        String token = part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".c2lnbmF0dXJl";
        tokens.add(token);
        return json(Map.of("token_type", "Bearer", "expires_in", lifetime.toSeconds(), "access_token", token));
    }

    private static String refusal(String error, int aadsts, String message) {
        String description = "AADSTS%d: %s\r\nTrace ID: %s\r\nCorrelation ID: %s\r\nTimestamp: 2026-01-09 02:02:12Z"
                .formatted(aadsts, message, TRACE_ID, CORRELATION_ID);
        return json(Map.of(
                "error", error,
                "error_description", description,
                "error_codes", List.of(aadsts),
                "timestamp", "2026-01-09 02:02:12Z",
                "trace_id", TRACE_ID,
                "correlation_id", CORRELATION_ID,
                "error_uri", "https://login.microsoftonline.com/error?code=" + aadsts));
    }

    private static Map<String, String> parse(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (first, last) -> last));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String part(Map<String, Object> content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
