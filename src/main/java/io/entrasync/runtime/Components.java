package io.entrasync.runtime;

import io.entrasync.run.BearerHeader;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.SimpleTypeConverter;

/** Components configured once for both runtimes; without its starter a component takes no notice of Boot's keys. */
public final class Components {
    private Components() {}

    /** Sets up the context before its routes are loaded. */
    public static void configure(CamelContext camel, int graphConcurrency) {
        camel.setStreamCaching(false);
        camel.addRoutePolicyFactory(new RunInLog());
        HttpComponent http = new HttpComponent();
        http.setAutomaticRetriesDisabled(true);
        // the token goes to the configured host and nowhere else
        http.setRedirectHandlingDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setSkipRequestHeaders(false);
        http.setConnectTimeout(15_000);
        http.setConnectionRequestTimeout(60_000);
        http.setResponseTimeout(100_000);
        http.setSoTimeout(100_000);
        http.setConnectionsPerRoute(graphConcurrency + 2);
        http.setMaxTotalConnections(graphConcurrency + 2);
        http.setResponsePayloadStreamingThreshold(-1);
        camel.addComponent("http", http);
        // the one place where the token's header becomes text
        camel.getTypeConverterRegistry()
                .addTypeConverter(
                        String.class,
                        BearerHeader.class,
                        new SimpleTypeConverter(false, (type, exchange, header) -> ((BearerHeader) header).value()));
    }
}
