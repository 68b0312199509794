package io.entrasync.cli;

import io.entrasync.model.Run;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a plan that waits. */
@Command(
        name = "reject",
        description = "Reject what waits in a run: a plan under review, or held items. Their objects stay as they are.",
        mixinStandardHelpOptions = true)
final class RejectCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run; without it the newest that waits.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Print the run as one JSON document.")
    private boolean json;

    RejectCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.run(json, engine -> {
            Run rejected = engine.reject(engine.waiting(run));
            if (json) {
                new JsonOutput(invocation.terminal().out()).value(rejected);
            } else {
                new RunText(invocation.terminal(), engine).done(rejected);
            }
            return ExitCode.DONE;
        });
    }
}
