package io.entrasync.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where a command writes.
 *
 * @param out results, and nothing else
 * @param err messages and progress
 * @param interactive whether somebody looks on, so that progress is worth showing
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    /** Writes in the given encoding. */
    public static Terminal of(PrintStream out, PrintStream err, Charset charset, boolean interactive) {
        return new Terminal(new PrintWriter(out, true, charset), new PrintWriter(err, true, charset), interactive);
    }
}
