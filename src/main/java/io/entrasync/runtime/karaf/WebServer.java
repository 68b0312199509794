package io.entrasync.runtime.karaf;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * The web server in front of the REST routes. It is made here and not by Camel, because Camel's own gives no hold on
 * the errors that are answered before a route is reached, and listens before there are routes.
 */
final class WebServer implements AutoCloseable {
    private static final long SECONDS = 10;
    private static final String DESCRIPTION = "/api/openapi.json";
    private static final long LARGEST_BODY = 8L * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final HttpServer server = vertx.createHttpServer(new HttpServerOptions());
    private final Router router = Router.router(vertx);
    private String address = "";

    /** The routes that come after it are reached through it. */
    WebServer(CamelContext camel) {
        String name = VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO;
        camel.getRegistry().bind(name, new VertxPlatformHttpRouter(null, vertx, router, name) {
            @Override
            public Handler<RoutingContext> bodyHandler() {
                return BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
            }
        });
    }

    /** What comes before the routes, in this order. */
    void serve(Problems problems, HealthPage health, BasicLogin login) {
        problems.answerErrorsOf(router);
        router.route().handler(BrowserRules::headers);
        router.get(HealthPage.PATH + "*")
                .blockingHandler(request -> health.answer(request, login.isOperator(request)), false);
        Handler<RoutingContext> checked = login.handler(problems);
        router.route().handler(request -> {
            if (request.normalizedPath().equals(DESCRIPTION)) {
                request.next();
            } else {
                checked.handle(request);
            }
        });
        router.route().handler(request -> BrowserRules.ownSiteOnly(request, problems));
        router.get("/").handler(request -> request.redirect(ConsoleFiles.PATH));
        router.get("/console*").blockingHandler(ConsoleFiles::answer, false);
    }

    void listen(String address, int port) throws Exception {
        done(server.requestHandler(router).listen(port, address));
        this.address = "http://" + address + ":" + server.actualPort();
    }

    /** Where it listens; empty if it does not yet. */
    String address() {
        return address;
    }

    @Override
    public void close() throws Exception {
        done(vertx.close());
    }

    private static <T> void done(Future<T> work) throws Exception {
        try {
            work.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The web server took more than " + SECONDS + " s.", e);
        }
    }
}
