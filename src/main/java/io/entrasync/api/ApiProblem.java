package io.entrasync.api;

import io.entrasync.model.Problem;
import java.util.Locale;

/**
 * The body of a refused request, as RFC 9457 has it.
 *
 * @param type a URN with the code; it leads nowhere
 * @param remedy what to do next, one sentence
 */
public record ApiProblem(String type, String title, int status, String detail, String code, String remedy) {
    public static final String CONTENT_TYPE = "application/problem+json";

    public static ApiProblem of(ApiCode code, String detail) {
        return new ApiProblem(type(code.name()), code.title(), code.status(), detail, code.name(), code.remedy());
    }

    static ApiProblem of(int status, Problem problem) {
        String code = problem.code().name();
        return new ApiProblem(type(code), problem.title(), status, problem.detail(), code, problem.remedy());
    }

    private static String type(String code) {
        return "urn:entra-sync:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
