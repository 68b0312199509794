package io.entrasync.connection;

import java.io.IOException;
import java.util.regex.Pattern;

/** The token endpoint answered that it cannot answer now (status 429 or 5xx). */
class EntraUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final Pattern STATEMENT = Pattern.compile("AADSTS\\d{4,9}");

    /** @param body the answer; it counts only if it is Entra's own, a gateway's page says nothing */
    EntraUnavailableException(int status, String body) {
        super("answered with status " + status + (STATEMENT.matcher(body).find() ? " " + body : ""));
    }

    static boolean isUnavailable(int status) {
        return status == 429 || status >= 500;
    }
}
