package io.entrasync.cli;

import io.entrasync.model.Run;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a plan that waits, and applies it. */
@Command(
        name = "approve",
        description = "Approve and apply what waits in a run: a plan under review, or held items.",
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run; without it the newest that waits.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Print the run as one JSON document.")
    private boolean json;

    ApproveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.run(json, engine -> {
            Run waiting = engine.waiting(run);
            Run done = Progress.during(engine, invocation.terminal(), json, () -> engine.approve(waiting));
            if (json) {
                new JsonOutput(invocation.terminal().out()).value(done);
            } else {
                new RunText(invocation.terminal(), engine).done(done);
            }
            return ExitCode.of(done);
        });
    }
}
