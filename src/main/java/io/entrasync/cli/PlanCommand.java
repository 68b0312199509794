package io.entrasync.cli;

import io.entrasync.model.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads the tenant and plans; accounts and groups stay as they are. */
@Command(
        name = "plan",
        description = "Show what a sync would change. Exit code 2 if there is something.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--json", description = "Print run and items as one JSON document.")
    private boolean json;

    PlanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.run(json, engine -> {
            Run run = Progress.during(engine, invocation.terminal(), json, () -> engine.run(Run.Mode.REVIEW));
            if (json) {
                new JsonOutput(invocation.terminal().out()).planned(engine, run);
            } else {
                new RunText(invocation.terminal(), engine).planned(run);
            }
            return ExitCode.of(run);
        });
    }
}
