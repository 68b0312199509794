package io.entrasync.runtime;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.MDC;

/**
 * Names the run, as {@code runId} in the MDC, on every thread that works for it. Each route that begins says anew whom
 * its thread works for, because a run goes on on another thread wherever it waited for several.
 */
final class RunInLog extends RoutePolicySupport implements RoutePolicyFactory {
    private static final String RUN = "runId";

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return this;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        Object run = exchange.getProperty(RUN);
        if (run == null) {
            MDC.remove(RUN);
        } else if (!run.toString().equals(MDC.get(RUN))) {
            MDC.put(RUN, run.toString());
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (route.getId().equals(exchange.getFromRouteId())) {
            MDC.remove(RUN);
        }
    }
}
