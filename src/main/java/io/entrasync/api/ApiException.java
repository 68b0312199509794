package io.entrasync.api;

/** Refuses a request. The error route answers with its {@link ApiProblem}. */
public class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiCode code;

    /** @param detail what of this request was wrong, and what is allowed */
    public ApiException(ApiCode code, String detail) {
        super(detail);
        this.code = code;
    }

    static ApiException invalidRequest(String detail) {
        return new ApiException(ApiCode.INVALID_REQUEST, detail);
    }

    static ApiException notFound(String what, String id) {
        return new ApiException(ApiCode.NOT_FOUND, "There is no %s %s.".formatted(what, id));
    }

    public ApiCode code() {
        return code;
    }

    ApiProblem problem() {
        return ApiProblem.of(code, String.valueOf(getMessage()));
    }
}
