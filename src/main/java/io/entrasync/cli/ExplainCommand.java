package io.entrasync.cli;

import io.entrasync.explain.Explanation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what becomes of an address or object. */
@Command(
        name = "explain",
        description = "Tell what the next sync would do with an address or object, and why. Changes nothing.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SUBJECT", description = "Mail address or Entra object id.")
    private String subject = "";

    @Option(names = "--json", description = "Print the explanation as one JSON document.")
    private boolean json;

    ExplainCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.run(json, engine -> {
            String known = engine.subject(subject)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), subject + " is neither a mail address nor an Entra object id."));
            Explanation explanation = engine.explain(known);
            PrintWriter out = invocation.terminal().out();
            if (json) {
                new JsonOutput(out).value(explanation);
            } else {
                print(out, explanation);
            }
            return ExitCode.DONE;
        });
    }

    private static void print(PrintWriter out, Explanation explanation) {
        for (Explanation.Step step : explanation.steps()) {
            out.println(step.step() + ": " + step.result());
            step.rules()
                    .forEach(rule -> out.println("  %-30s %-50s %s"
                            .formatted(rule.rule(), rule.value() == null ? "–" : rule.value(), rule.outcome())));
        }
        out.println("would do: " + explanation.wouldDo());
        out.println(explanation.reason());
    }
}
