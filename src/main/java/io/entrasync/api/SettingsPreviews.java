package io.entrasync.api;

import io.entrasync.store.PreviewStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;

/** {@code PUT /api/settings?preview=true}: what a change would do, by the very routes that plan. */
public final class SettingsPreviews {
    private final SettingsResource settings;
    private final PreviewStore previews;

    public SettingsPreviews(SettingsResource settings, PreviewStore previews) {
        this.settings = settings;
        this.previews = previews;
    }

    /** Saves nothing. */
    public Reply of(Exchange request) {
        Map<String, String> changes =
                settings.read(request.getMessage().getBody(String.class)).texts();
        return Reply.ok(previews.of(changes, run -> plan(request.getContext(), run)));
    }

    /** Routes run on this thread, and so within the preview's transaction. */
    private static void plan(CamelContext camel, long run) {
        try (FluentProducerTemplate template = camel.createFluentProducerTemplate()) {
            Exchange done = template.to("direct:plan-preview").withBody(run).send();
            // an error route that took a failure leaves no exception, but the last step then was not reached
            if (done.getProperty("planned") == null) {
                throw new IllegalStateException(
                        "The preview's plan failed",
                        done.getProperty(Exchange.EXCEPTION_CAUGHT, done.getException(), Exception.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
