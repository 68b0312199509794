package io.entrasync.summary;

import io.entrasync.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to know or to do.
 *
 * @param code stable code; that of a problem, or the name of an {@link AlertKind}
 * @param title what the code means, one sentence
 * @param detail what it is this time
 * @param remedy what to do next, one sentence
 * @param run the run to look at; null if none says more
 */
public record Notice(
        String code,
        String title,
        String detail,
        String remedy,
        @Nullable String run) {

    static Notice of(AlertKind kind, String detail, @Nullable String run) {
        return new Notice(kind.name(), kind.title(), detail, kind.remedy(), run);
    }

    static Notice of(Problem problem, @Nullable String run) {
        return new Notice(problem.code().name(), problem.title(), problem.detail(), problem.remedy(), run);
    }
}
