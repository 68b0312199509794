package io.entrasync.run;

import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.model.Run;
import io.entrasync.store.RunQueries;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what a run read, skipped and did, and where to look. */
public final class RunReport {
    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);

    private final RunQueries runs;
    private final DomainCheck domains;

    public RunReport(RunQueries runs, DomainCheck domains) {
        this.runs = runs;
        this.domains = domains;
    }

    /** Logs a closed run. */
    public void log(long id) {
        Run run = runs.find(id).orElseThrow();
        LOG.info("Run {} read {}", id, run.counts().get("read"));
        LOG.info(
                "Run {} skipped {}, by reason; {} aliases left out",
                id,
                run.counts().get("skipped"),
                run.counts().get("aliasesLeftOut"));
        List<UnregisteredDomain> unregistered = domains.unregistered(id);
        if (!unregistered.isEmpty()) {
            LOG.warn("Run {} found domains that are not registered: {}", id, unregistered);
        }
        LOG.info("Run {} applied {}", id, run.counts().get("applied"));
        LOG.info("Run {} ended {}; details at /api/runs/{}", id, run.status(), id);
    }
}
