package io.entrasync.cli;

import io.entrasync.model.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads the tenant and makes the directory equal to it. */
@Command(name = "sync", description = "Run one sync: read, plan, apply.", mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--json", description = "Print the run as one JSON document.")
    private boolean json;

    SyncCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.run(json, engine -> {
            Run run = Progress.during(engine, invocation.terminal(), json, () -> engine.run(Run.Mode.APPLY));
            if (json) {
                new JsonOutput(invocation.terminal().out()).value(run);
            } else {
                new RunText(invocation.terminal(), engine).done(run);
            }
            return ExitCode.of(run);
        });
    }
}
