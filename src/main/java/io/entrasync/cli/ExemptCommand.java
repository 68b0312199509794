package io.entrasync.cli;

import io.entrasync.scope.ExemptSubject;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exempts an object or address. */
@Command(
        name = "exempt",
        description = "Exempt an address or object id: syncs leave it alone until the exemption is lifted.",
        mixinStandardHelpOptions = true)
final class ExemptCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SUBJECT", description = "Mail address or Entra object id.")
    private String subject = "";

    @Option(names = "--reason", description = "Why; shown with the exemption.")
    private @Nullable String reason;

    ExemptCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        String exempt = ExemptSubject.parse(subject)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), subject + " is neither a mail address nor an Entra object id."));
        return invocation.run(false, engine -> {
            engine.exempt(exempt, reason);
            invocation.terminal().out().println("exempt: " + exempt);
            return ExitCode.DONE;
        });
    }
}
