package io.entrasync.cli;

import io.entrasync.model.Problem;
import java.io.PrintWriter;

/** A problem in the words that console, API and mail use too. */
final class ProblemText {
    private ProblemText() {}

    static void print(PrintWriter to, Problem problem) {
        to.println(problem.code() + ": " + problem.title());
        to.println("  " + problem.detail());
        problem.domains()
                .forEach(domain -> to.println("  %s: %d users, %d groups, %d aliases"
                        .formatted(domain.name(), domain.users(), domain.groups(), domain.aliases())));
        if (problem.graphRequestId() != null) {
            to.println("  Graph request-id: " + problem.graphRequestId());
        }
        to.println("  What to do: " + problem.remedy());
    }
}
