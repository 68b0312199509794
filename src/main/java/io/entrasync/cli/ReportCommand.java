package io.entrasync.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what today's mail tells, as it stands now. */
@Command(
        name = "report",
        description = "Print today's summary: verdict, changes, what waits, what to do.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--json", description = "Print the summary as one JSON document.")
    private boolean json;

    ReportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.run(json, engine -> {
            Terminal terminal = invocation.terminal();
            if (json) {
                new JsonOutput(terminal.out()).value(engine.report());
            } else {
                terminal.out().println(engine.reportText().stripTrailing());
            }
            return ExitCode.DONE;
        });
    }
}
