package io.entrasync.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
        name = "entra-sync",
        description = "Keeps the directory of a mail-security service equal to a Microsoft Entra ID tenant.",
        mixinStandardHelpOptions = true,
        versionProvider = EntraSyncCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command the service starts. Settings are given as --entrasync.<key>=<value>.",
            "Exit codes: 0 nothing to do or done, 2 plan has changes, 3 held, 4 partly failed,",
            "5 sign-in or permission, 6 incomplete read, 1 other."
        })
public final class EntraSyncCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Whether these arguments ask for a command; if not, the service is meant. */
    public static boolean isAsked(String... arguments) {
        return Stream.of(arguments).anyMatch(argument -> !argument.startsWith("--"))
                || Stream.of(arguments).anyMatch(List.of("--help", "--version")::contains);
    }

    /** Runs the command and returns its exit code. */
    public static int execute(List<String> arguments, EngineStart start, Terminal terminal) {
        Map<Boolean, List<String>> parted =
                arguments.stream().collect(Collectors.partitioningBy(EntraSyncCommand::isProperty));
        Invocation invocation = new Invocation(start, parted.getOrDefault(true, List.of()), terminal);
        CommandLine line = new CommandLine(new EntraSyncCommand())
                .addSubcommand(new CheckCommand(invocation))
                .addSubcommand(new PlanCommand(invocation))
                .addSubcommand(new SyncCommand(invocation))
                .addSubcommand(new ApproveCommand(invocation))
                .addSubcommand(new RejectCommand(invocation))
                .addSubcommand(new ExemptCommand(invocation))
                .addSubcommand(new ReportCommand(invocation))
                .addSubcommand(new ExplainCommand(invocation))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(EntraSyncCommand::explain);
        return line.execute(parted.getOrDefault(false, List.of()).toArray(String[]::new));
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.usage(command.getErr());
        return ExitCode.OTHER;
    }

    /** Settings, of the product and of Boot, have a dot in their name; options of commands have none. */
    private static boolean isProperty(String argument) {
        return argument.matches("--[^=]+\\.[^=]*(=.*)?");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The version that the jar says it is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = EntraSyncCommand.class.getPackage().getImplementationVersion();
            return new String[] {"entra-sync " + (version == null ? "(not packaged)" : version)};
        }
    }
}
