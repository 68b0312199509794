package io.entrasync.runtime.spring;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words why the service does not start, in place of a stack trace. */
final class StartFailureAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof ProblemException known) {
                Problem problem = known.problem();
                return new FailureAnalysis(
                        problem.code() + ": " + problem.title() + " " + problem.detail(), problem.remedy(), known);
            }
            if (link instanceof InvalidSettingException invalid) {
                return new FailureAnalysis(
                        invalid.getMessage(),
                        "Correct the file, environment variable or argument that sets it.",
                        invalid);
            }
        }
        return null;
    }
}
