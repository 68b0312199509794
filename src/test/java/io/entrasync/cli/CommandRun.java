package io.entrasync.cli;

import io.entrasync.runtime.spring.EntraSyncApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One call of the program in this process, with what it wrote; logs are part of {@code err}. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... arguments) {
        return of(false, arguments);
    }

    /** The same, as if somebody sat at a terminal. */
    static CommandRun watched(String... arguments) {
        return of(true, arguments);
    }

    private static CommandRun of(boolean interactive, String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        System.setOut(outStream);
        System.setErr(errStream);
        try {
            Terminal terminal = Terminal.of(outStream, errStream, StandardCharsets.UTF_8, interactive);
            int exitCode = EntraSyncApplication.command(terminal, arguments);
            return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    String all() {
        return out + err;
    }
}
