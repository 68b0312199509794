package io.entrasync.runtime.karaf;

import io.entrasync.settings.InvalidSettingException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the product as {@code etc/io.entrasync.cfg} wants it, as long as the bundle is active. A file that cannot be
 * followed leaves what runs as it is, or brings it back.
 */
@Component(
        name = "io.entrasync",
        configurationPid = "io.entrasync",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true,
        service = {})
public final class KarafService {
    private static final Logger LOG = LoggerFactory.getLogger(KarafService.class);

    private final Drivers drivers;
    private @Nullable CfgFile followed;
    private @Nullable RunningProduct product;

    /** Made by the framework once both drivers are there. */
    @Activate
    public KarafService(
            @Reference(target = "(osgi.jdbc.driver.class=org.hsqldb.jdbc.JDBCDriver)") DataSourceFactory embedded,
            @Reference(target = "(osgi.jdbc.driver.class=org.postgresql.Driver)") DataSourceFactory postgresql) {
        drivers = new Drivers(embedded, postgresql);
    }

    /** Called with the file's content when the bundle starts, and whenever the file was saved. */
    @Activate
    @Modified
    synchronized void follow(Map<String, ?> properties) {
        CfgFile wanted = CfgFile.of(properties);
        CfgFile former = followed;
        if (wanted.equals(former) && product != null) {
            product.refusal(null);
            return;
        }
        wanted.warnings().forEach(LOG::warn);
        if (!isAllowed(wanted)) {
            return;
        }
        stop();
        Optional<String> failure = start(wanted);
        if (failure.isPresent() && former != null && start(former).isEmpty() && product != null) {
            product.refusal(failure.get());
            LOG.error("The former settings of etc/io.entrasync.cfg are in force again");
        }
    }

    @Deactivate
    synchronized void stop() {
        if (product != null) {
            product.close();
            product = null;
            LOG.info("Entra Directory Sync has stopped");
        }
    }

    private boolean isAllowed(CfgFile wanted) {
        try {
            wanted.configured();
            return true;
        } catch (InvalidSettingException e) {
            String reason = CfgFile.withoutPrefix(String.valueOf(e.getMessage()));
            LOG.error(
                    "etc/io.entrasync.cfg: {} {}",
                    reason,
                    product == null ? "Nothing runs until it is corrected." : "The former settings stay in force.");
            if (product != null) {
                product.refusal(reason);
            }
            return false;
        }
    }

    /** Empty if it runs now, else why it does not. */
    private Optional<String> start(CfgFile wanted) {
        try {
            product = RunningProduct.start(wanted, drivers);
            followed = wanted;
            LOG.info("Entra Directory Sync is at work on {}", product.address());
            return Optional.empty();
        } catch (Exception e) {
            Optional<String> known = StartFailure.reason(e);
            known.ifPresentOrElse(
                    reason -> LOG.error("Entra Directory Sync does not run: {}", reason),
                    () -> LOG.error("Entra Directory Sync does not run", e));
            return Optional.of(known.orElse("unexpected failure"));
        }
    }
}
