package io.entrasync.cli;

import io.entrasync.connection.Permission;
import io.entrasync.run.ConnectionReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs in, shows the permissions, asks Graph once. */
@Command(
        name = "check",
        description = "Check the connection to Microsoft Entra: sign-in, permissions, tenant.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--json", description = "Print the result as one JSON document.")
    private boolean json;

    CheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return invocation.run(json, engine -> {
            ConnectionReport report = engine.check();
            Terminal terminal = invocation.terminal();
            if (json) {
                new JsonOutput(terminal.out()).value(report);
            } else {
                print(terminal.out(), report);
            }
            if (report.problem() != null) {
                ProblemText.print(terminal.err(), report.problem());
            }
            return ExitCode.of(report.problem());
        });
    }

    private static void print(PrintWriter out, ConnectionReport report) {
        if (!report.permissions().isEmpty()) {
            out.println("%-22s %-8s %-9s %s".formatted("permission", "granted", "required", "needed for"));
        }
        for (Permission permission : report.permissions()) {
            out.println("%-22s %-8s %-9s %s"
                    .formatted(
                            permission.name(),
                            permission.granted() ? "yes" : "no",
                            permission.required() ? "yes" : "no",
                            permission.neededFor()));
        }
        out.println("tenant: " + (report.tenantId() == null ? "not known" : report.tenantId()) + ", bound to: "
                + (report.boundTenantId() == null ? "none yet" : report.boundTenantId()));
        if (report.secretExpiresOn() != null) {
            out.println("secret or certificate ends: " + report.secretExpiresOn());
        }
        out.println("connection: " + (report.problem() == null ? "works" : "does not work"));
    }
}
