package io.entrasync.cli;

import io.entrasync.model.ProblemException;
import io.entrasync.settings.InvalidSettingException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of the program: starts the product, lets the command work with it, and says in words what went wrong.
 *
 * @param properties settings given as arguments
 */
record Invocation(EngineStart start, List<String> properties, Terminal terminal) {
    /** What a command does with the product; gives the exit code. */
    interface Work {
        int with(Engine engine) throws Exception;
    }

    int run(boolean json, Work work) {
        try (Engine engine = start.start(properties)) {
            return work.with(engine);
        } catch (Exception failure) {
            return failed(json, failure);
        }
    }

    private int failed(boolean json, Exception failure) {
        PrintWriter err = terminal.err();
        ProblemException known = cause(failure, ProblemException.class);
        if (known != null) {
            if (json) {
                new JsonOutput(terminal.out()).problem(known.problem());
            }
            ProblemText.print(err, known.problem());
            return ExitCode.of(known.problem());
        }
        InvalidSettingException setting = cause(failure, InvalidSettingException.class);
        err.println(setting == null ? "The command failed: " + root(failure) : setting.getMessage());
        return ExitCode.OTHER;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (type.isInstance(link)) {
                return type.cast(link);
            }
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
