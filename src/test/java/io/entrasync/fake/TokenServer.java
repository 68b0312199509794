package io.entrasync.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A token endpoint like Entra's on {@code https://localhost}, which this JVM trusts from {@link #start()} on. Build
 * clients after it. Signing in needs {@code entra.disable-instance-discovery=true}.
 */
public final class TokenServer implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile Application application = new Application("", "", "", List.of());
    private volatile TokenAnswer refusal;
    private final AtomicInteger stumbles = new AtomicInteger();
    private volatile Duration lifetime = Duration.ofSeconds(3599);
    private volatile Duration delay = Duration.ZERO;

    private record Application(String clientId, String secret, String tenantId, List<String> roles) {}

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

    /** Writes a trust store (PKCS #12, password {@code changeit}) by which another JVM trusts it too. */
    public void trustStore(Path file) {
        LocalTls.store(file);
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
        refusal = TokenAnswer.refused(status, error, aadsts, message);
        return this;
    }

    /** Answers the next requests with 503, as a service that is being restarted. */
    public TokenServer stumble(int times) {
        stumbles.set(times);
        return this;
    }

    /** From now on answers every request with this body. */
    public TokenServer answer(int status, String body) {
        refusal = new TokenAnswer(status, body);
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
            TokenAnswer answer = exchange.getRequestURI().getPath().matches("/[^/]+/oauth2/v2\\.0/token")
                    ? token(parse(form))
                    : new TokenAnswer(404, "");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private TokenAnswer token(Map<String, String> form) throws IOException {
        requests.add(form);
        pause();
        if (stumbles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new TokenAnswer(503, "");
        }
        if (refusal != null) {
            return refusal;
        }
        if (!application.clientId().equals(form.get("client_id"))) {
            String message = "Application with identifier '" + form.get("client_id") + "' was not found.";
            return TokenAnswer.refused(400, "unauthorized_client", 700016, message);
        }
        boolean proven =
                form.containsKey("client_assertion") || application.secret().equals(form.get("client_secret"));
        return proven
                ? issue()
                : TokenAnswer.refused(401, "invalid_client", 7000215, "Invalid client secret provided.");
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private synchronized TokenAnswer issue() {
        Application known = application;
        String token = TokenAnswer.token(known.tenantId(), known.clientId(), known.roles(), tokens.size() + 1);
        tokens.add(token);
        return TokenAnswer.granted(token, lifetime);
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
}
