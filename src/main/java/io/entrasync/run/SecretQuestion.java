package io.entrasync.run;

import io.entrasync.connection.ClientSecret;
import io.entrasync.connection.Permissions;
import io.entrasync.graph.GraphApplication;
import io.entrasync.graph.GraphQueries;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionStore;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Graph when the client secret ends. Whatever it answers is worth no run and no check. */
public final class SecretQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(SecretQuestion.class);

    private static final String PERMISSION = "Application.Read.All";

    private final Supplier<Settings.Entra> entra;
    private final URI graphUrl;
    private final ConnectionCheck connection;
    private final GraphQueries queries;
    private final ConnectionStore store;
    private final Clock clock;

    /** @param entra asked each time, so that a changed credential counts at once */
    public SecretQuestion(
            Supplier<Settings.Entra> entra,
            URI graphUrl,
            ConnectionCheck connection,
            GraphQueries queries,
            ConnectionStore store,
            Clock clock) {
        this.entra = entra;
        this.graphUrl = graphUrl;
        this.connection = connection;
        this.queries = queries;
        this.store = store;
        this.clock = clock;
    }

    /** The secret to ask for; null where another credential is in use, or the token does not allow the question. */
    public @Nullable ClientSecret secret() {
        boolean granted =
                Permissions.granted(connection.lastClaims(), PERMISSION).orElse(false);
        return granted ? ClientSecret.inUse(entra.get(), graphUrl).orElse(null) : null;
    }

    /** Where the answer is. */
    public String url() {
        return queries.application(String.valueOf(entra.get().clientId()));
    }

    /** @param application null where Graph refuses to show it */
    public void keep(ClientSecret secret, @Nullable GraphApplication application) {
        Instant now = clock.instant();
        Optional<Instant> end = application == null ? Optional.empty() : application.endOf(secret.hint(), now);
        if (end.isPresent()) {
            store.secretEnds(secret.hash(), LocalDate.ofInstant(end.get(), ZoneOffset.UTC));
        } else {
            String why = application == null ? "it refuses to" : "it lists none that begins as ours";
            LOG.info("Graph does not tell when the client secret ends: {}", why);
        }
    }

    /** Graph did not answer, or not in a form that is known. */
    public void failed(Throwable failure) {
        LOG.info("Graph could not be asked when the client secret ends: {}", failure.getMessage());
    }
}
