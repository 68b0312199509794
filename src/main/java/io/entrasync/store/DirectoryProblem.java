package io.entrasync.store;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** Says why the directory database could not be opened, and what to do. */
public final class DirectoryProblem {
    private static final String FILE = "jdbc:hsqldb:file:";
    private static final String IN_USE =
            "Give the work to the service that is running (curl -u operator -X POST http://localhost:8080/api/runs"
                    + " -H 'Content-Type: application/json' -d '{\"mode\":\"APPLY\"}'), or stop it first,"
                    + " or set entrasync.db.url to a PostgreSQL database, which many processes can share.";

    private DirectoryProblem() {}

    /** @param failure whatever pool, driver or migration threw */
    public static Problem of(Throwable failure, Settings.Database database) {
        Throwable root = failure;
        boolean locked = false;
        while (true) {
            locked |= String.valueOf(root.getMessage()).contains("lock acquisition failure");
            if (root.getCause() == null) {
                break;
            }
            root = root.getCause();
        }
        if (locked && database.url().startsWith(FILE)) {
            return new Problem(
                    ProblemCode.DIRECTORY_UNAVAILABLE,
                    ProblemCode.DIRECTORY_UNAVAILABLE.title(),
                    "The embedded database " + file(database.url()) + " is open in another process.",
                    IN_USE,
                    List.of(),
                    null);
        }
        return Problem.of(ProblemCode.DIRECTORY_UNAVAILABLE, database + ": " + root.getMessage());
    }

    private static Path file(String url) {
        return Path.of(url.substring(FILE.length()).replaceFirst(";.*", ""))
                .toAbsolutePath()
                .normalize();
    }
}
