package io.entrasync.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrasync.demo.BatchRequest;
import io.entrasync.demo.GraphAnswer;
import io.entrasync.demo.GraphBatch;
import io.entrasync.demo.GraphTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves a tenant as Microsoft Graph over real HTTP, with faults on demand and a record of what was asked. */
public final class GraphServer implements AutoCloseable {
    private static final String VERSION = "/v1.0";

    static {
        // without it the JDK's server answers small requests 40 ms late
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final GraphTenant tenant;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8, GraphServer::daemon);
    private final List<FaultRule> faults = new CopyOnWriteArrayList<>();
    private final List<FaultRule> faultsInBatch = new CopyOnWriteArrayList<>();
    private final RequestLog log = new RequestLog();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;
    private volatile String token;

    public GraphServer(GraphTenant tenant) {
        this.tenant = tenant;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(VERSION, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public GraphTenant tenant() {
        return tenant;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + VERSION;
    }

    /** Every request over HTTP, in the order of arrival. */
    public List<RecordedRequest> requests() {
        return log.requests();
    }

    /** The requests over HTTP that match. */
    public List<RecordedRequest> requests(RequestMatch match) {
        return log.requests().stream().filter(match::matches).toList();
    }

    /** Every request inside a batch, in the order of arrival. */
    public List<RecordedRequest> requestsInBatch() {
        return log.requestsInBatch();
    }

    public void clearRequests() {
        log.clear();
        mostInFlight.set(0);
    }

    /** How many requests were being answered at the same time, at most. */
    public int mostInFlight() {
        return mostInFlight.get();
    }

    /** From now on every request must carry this bearer token; null: none is asked for. */
    public void expectToken(String expected) {
        token = expected;
    }

    /** Every answer takes at least so long. */
    public void latency(Duration each) {
        latency = each;
    }

    /** Begins a fault in answers over HTTP. */
    public FaultScript when(RequestMatch match) {
        return new FaultScript(match, baseUrl(), faults::add);
    }

    /** Begins a fault in answers inside a batch. */
    public FaultScript whenInBatch(RequestMatch match) {
        return new FaultScript(match, baseUrl(), faultsInBatch::add);
    }

    /** Ends all faults. */
    public void clearFaults() {
        faults.clear();
        faultsInBatch.clear();
        latency = Duration.ZERO;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try (exchange) {
            RecordedRequest request = received(exchange);
            sleep(latency);
            Reply reply = reply(request);
            log.follow(reply.answer(), request, baseUrl());
            reply.send(exchange);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private RecordedRequest received(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String target = exchange.getRequestURI().getRawPath().substring(VERSION.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return log.record(
                exchange.getRequestMethod(),
                target + (query == null ? "" : "?" + query),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
    }

    private Reply reply(RecordedRequest request) {
        if (token != null && !("Bearer " + token).equals(request.header("Authorization"))) {
            return new Reply(error(401, "InvalidAuthenticationToken", "Access token is missing or not valid."), false);
        }
        Reply reply = new Reply(answer(request), false);
        for (FaultRule fault : faults) {
            reply = fault.apply(request, reply);
        }
        return reply;
    }

    private GraphAnswer answer(RecordedRequest request) {
        if (!request.path().matches("/(\\$|%24)batch") || !request.method().equals("POST")) {
            return tenant.answer(request.method(), request.target(), request.body(), baseUrl());
        }
        try {
            return new GraphBatch(this::answerInBatch).answer(request.body());
        } catch (IllegalArgumentException e) {
            return error(400, "BadRequest", e.getMessage());
        }
    }

    private GraphAnswer answerInBatch(BatchRequest batched) {
        RecordedRequest request = log.recordInBatch(batched);
        GraphAnswer answer = tenant.answer(batched.method(), batched.url(), batched.body(), baseUrl());
        for (FaultRule fault : faultsInBatch) {
            answer = fault.applyInBatch(request, answer);
        }
        log.follow(answer, request, baseUrl());
        return answer;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static GraphAnswer error(int status, String code, String message) {
        return GraphAnswer.error(status, code, message, Instant.now());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "graph-server");
        thread.setDaemon(true);
        return thread;
    }
}
